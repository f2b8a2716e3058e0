package io.quittance.platform.database;

import java.util.Locale;

/**
 * A kind of machine, in the words of the jars that hold PostgreSQL's programs.
 *
 * @param system {@code linux} or {@code darwin}, else what Java calls it
 * @param machine {@code x86_64} or {@code arm_64}, else what Java calls it
 */
record PostgresPlatform(String system, String machine) {

    static PostgresPlatform ofThisMachine() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** From Java's words for it, the properties {@code os.name} and {@code os.arch}. */
    static PostgresPlatform of(String os, String architecture) {
        String name = os.toLowerCase(Locale.ROOT);
        String system = name.startsWith("mac") ? "darwin" : name.split(" ", 2)[0];
        String machine = switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> architecture;
        };
        return new PostgresPlatform(system, machine);
    }

    /** The name of the archive in its jar. There is no jar for other machines than the four that the pom knows. */
    String archive() {
        return "postgres-" + system + "-" + machine + ".txz";
    }
}
