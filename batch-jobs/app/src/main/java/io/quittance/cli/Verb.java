package io.quittance.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every verb has. */
@Command(mixinStandardHelpOptions = true)
abstract class Verb {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    CommandSpec spec;

    Globals globals() {
        return Globals.of(spec.commandLine());
    }

    /** Results: standard output. */
    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Progress and messages: standard error. */
    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** What was done: a sentence for people, a row for scripts. */
    void tell(String sentence, Table row) {
        if (globals().format() == Globals.Format.TABLE) {
            out().println(sentence);
        } else {
            print(row);
        }
    }

    void print(Table table) {
        table.print(globals().format(), out());
    }
}
