package io.quittance.cli;

import io.quittance.engine.GateBusy;
import io.quittance.engine.NeedsRecovery;
import io.quittance.platform.PlatformError;
import io.quittance.stage.StageFailure;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;
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
        if (Globals.of(command).verbose) {
            failure.printStackTrace(err);
        }
        err.flush();
        return exit;
    }

    /** One sentence what and one what to do. @return the exit code */
    static int tell(Throwable failure, PrintWriter err) {
        Optional<DatabaseTrouble> trouble = DatabaseTrouble.of(failure);
        if (trouble.isPresent()) {
            return say(err, trouble.get().exit.code, trouble.get().message);
        }
        return switch (failure) {
            case Refused refused -> say(err, refused.exit().code, refused.getMessage());
            case PlatformError wrong -> say(err, wrong.exitCode(), wrong.getMessage() + "\n" + wrong.remedy());
            case GateBusy busy -> say(err, ExitCode.BUSY.code, busy.getMessage());
            case NeedsRecovery recovery -> say(err, ExitCode.BUSY.code, recovery.getMessage());
            case StageFailure stage
            when stage.getCause() != null && isKnown(stage.getCause()) -> tell(stage.getCause(), err);
            case StageFailure stage
            when stage.getCause() != null -> {
                err.println("quittance: " + stage.getMessage());
                yield say(err, stage.end().exitCode(), bug(stage.getCause()));
            }
            case StageFailure stage -> say(err, stage.end().exitCode(), stage.getMessage());
            case UncheckedIOException io -> say(err, inputOutput(io).code, io.getMessage() + ": " + io.getCause());
            default -> say(err, ExitCode.BUG.code, bug(failure));
        };
    }

    private static ExitCode inputOutput(UncheckedIOException failure) {
        return failure.getCause() instanceof NoSuchFileException ? ExitCode.NO_INPUT : ExitCode.INPUT_OUTPUT;
    }

    /** Its kind and its place. What it says may be a name or an amount, so that is told only to who asks for it. */
    private static String bug(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String place = Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.quittance."))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        return "internal error: " + cause.getClass().getSimpleName() + place
                + "\nWhat was not complete was not stored. The same command with --verbose tells more; its output may hold"
                + " names and amounts. Please report it.";
    }

    private static boolean isKnown(Throwable cause) {
        return cause instanceof PlatformError || cause instanceof UncheckedIOException;
    }

    private static int say(PrintWriter err, int exit, @Nullable String message) {
        err.println("quittance: " + message);
        return exit;
    }
}
