package io.quittance.cli;

import io.quittance.engine.GateBusy;
import io.quittance.engine.NeedsRecovery;
import io.quittance.payment.job.RunActs;
import io.quittance.platform.PlatformError;
import io.quittance.stage.Broken;
import io.quittance.stage.StageFailure;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what was thrown into one sentence what, one what to do, and an exit code. A stack trace only with --verbose. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        int exit = tell(failure, err);
        if (exit == ExitCode.BUG.code || Globals.of(command).verbose) {
            failure.printStackTrace(err);
        }
        err.flush();
        return exit;
    }

    private static int tell(Throwable failure, PrintWriter err) {
        if (LostDatabase.isCauseOf(failure)) {
            return say(err, ExitCode.BUSY.code, LostDatabase.MESSAGE);
        }
        return switch (failure) {
            case Refused refused -> say(err, refused.exit().code, refused.getMessage());
            case RunActs.NotAllowed refused -> say(err, ExitCode.NOT_ALLOWED.code, refused.getMessage());
            case PlatformError wrong -> say(err, wrong.exitCode(), wrong.getMessage() + "\n" + wrong.remedy());
            case GateBusy busy -> say(err, ExitCode.BUSY.code, busy.getMessage());
            case NeedsRecovery recovery -> say(err, ExitCode.BUSY.code, recovery.getMessage());
            case Broken broken ->
                say(err, ExitCode.BROKEN.code, broken.getMessage() + "\nNothing left. Find out why before you go on.");
            case StageFailure stage
            when stage.getCause() != null && isKnown(stage.getCause()) -> tell(stage.getCause(), err);
            case StageFailure stage -> say(err, stage.end().exitCode(), stage.getMessage());
            default -> say(err, ExitCode.BUG.code, "internal error: " + failure);
        };
    }

    private static boolean isKnown(Throwable cause) {
        return cause instanceof Broken || cause instanceof PlatformError;
    }

    private static int say(PrintWriter err, int exit, @Nullable String message) {
        err.println("quittance: " + message);
        return exit;
    }
}
