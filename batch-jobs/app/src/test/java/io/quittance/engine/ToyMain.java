package io.quittance.engine;

/** The toy as a process of its own, to be killed: {@code run|recover URL WORKSET}. */
final class ToyMain {

    private ToyMain() {}

    public static void main(String[] args) {
        System.exit(work(args[0], args[1], args[2]));
    }

    private static int work(String command, String url, String workSet) {
        try (ToyEngine engine = ToyEngine.on(url)) {
            if (command.equals("recover")) {
                engine.bean(Recovery.class).recover().forEach(System.out::println);
                return 0;
            }
            JobRun run = engine.run(workSet);
            System.out.println(run.end());
            return run.exit();
        } catch (GateBusy | NeedsRecovery e) {
            System.out.println(e.getMessage());
            return 75;
        }
    }
}
