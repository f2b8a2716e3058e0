package io.quittance.benchmark;

import io.quittance.assessment.job.AssessStage;
import io.quittance.cli.AppSession;
import io.quittance.fx.job.RatesJob.RatesStage;
import io.quittance.invoice.job.IntakeStage;
import io.quittance.stage.Stage;
import io.quittance.stage.StageRunner;
import io.quittance.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Quittance itself on a generated world: what its commands {@code intake} and {@code assess} do, in this JVM. */
final class Pipeline {

    private final Path world;
    private final Path home;

    /**
     * @param world as {@link World} wrote it
     * @param home a workspace
     */
    Pipeline(Path world, Path home) {
        this.world = world;
        this.home = home;
    }

    /** Nanoseconds of each stage. */
    record Times(long intake, long assess) {
        long sum() {
            return intake + assess;
        }
    }

    /** An application on the workspace. */
    AppSession open() {
        return AppSession.at(home, config(), World.BUSINESS_DATE);
    }

    /** Takes in the rates: they are there before anything is measured. */
    void takeInRates() {
        drop("inbox/rates");
        try (AppSession app = open()) {
            run(app, app.get(RatesStage.class));
        }
    }

    /** Measures intake and assess on a database without documents. */
    Times run() {
        forget("archive");
        forget("quarantine");
        drop("inbox/invoices");
        try (AppSession app = open()) {
            long start = System.nanoTime();
            run(app, app.get(IntakeStage.class));
            long between = System.nanoTime();
            run(app, app.get(AssessStage.class));
            return new Times(between - start, System.nanoTime() - between);
        }
    }

    private static void run(AppSession app, Stage stage) {
        if (app.get(StageRunner.class).run(stage).getFirst().didNothing()) {
            throw new IllegalStateException(stage.name() + " had nothing to do");
        }
    }

    private Path config() {
        return world.resolve("config");
    }

    /** The invoice files of the world, in the order in which they are taken in. */
    List<Path> invoiceFiles() {
        return files(world.resolve("inbox/invoices"));
    }

    private void drop(String folder) {
        try {
            Path inbox = Files.createDirectories(home.resolve(folder));
            for (Path file : files(world.resolve(folder))) {
                Files.copy(file, inbox.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget(String folder) {
        try (Stream<Path> tree = Files.walk(home.resolve(folder))) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
