package io.quittance.platform.database;

import io.quittance.platform.configuration.ConfigurationError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The spelling of {@code --db} and {@code --db-owner}:
 * {@code jdbc:postgresql://host:port/database?user=NAME&passwordFile=FILE}, also with {@code postgresql:} in front and
 * {@code NAME@} before the host. No password ever stands in it: command lines are read by every user of the machine. Without
 * {@code passwordFile} pgjdbc looks into the file that {@code PGPASSFILE} names. Other parameters go to pgjdbc as they are.
 */
final class DatabaseUrl {

    private final String option;
    private final List<String> parameters = new ArrayList<>();
    private @Nullable String user;
    private @Nullable Path passwordFile;

    private DatabaseUrl(String option) {
        this.option = option;
    }

    /**
     * @param option the option's name, for messages
     * @param defaultUser the role where the text names none
     */
    static Login parse(String option, String text, String defaultUser) {
        return new DatabaseUrl(option).read(text, defaultUser);
    }

    private Login read(String text, String defaultUser) {
        String rest = afterScheme(text);
        int question = rest.indexOf('?');
        if (question >= 0) {
            for (String parameter : rest.substring(question + 1).split("&", -1)) {
                take(parameter);
            }
        }
        String place = place(question < 0 ? rest : rest.substring(0, question));
        String tail = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        return new Login(
                "jdbc:postgresql://" + place + tail,
                user == null ? defaultUser : user,
                passwordFile == null ? null : SecretFile.read(passwordFile));
    }

    private String afterScheme(String text) {
        for (String scheme : List.of("jdbc:postgresql://", "postgresql://", "postgres://")) {
            if (text.startsWith(scheme)) {
                return text.substring(scheme.length());
            }
        }
        throw wrong("it does not begin with jdbc:postgresql://");
    }

    private String place(String authority) {
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            String name = authority.substring(0, at);
            if (name.contains(":")) {
                throw passwordInClear();
            }
            user = decoded(name);
        }
        String place = authority.substring(at + 1);
        if (!place.contains("/") || place.endsWith("/")) {
            throw wrong("it names no database after the host");
        }
        return place;
    }

    private void take(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : decoded(parameter.substring(equals + 1));
        switch (name.toLowerCase(Locale.ROOT)) {
            case "user" -> user = value;
            case "passwordfile" -> passwordFile = Path.of(value);
            case "password", "sslpassword" -> throw passwordInClear();
            case "" -> {}
            default -> parameters.add(parameter);
        }
    }

    private ConfigurationError passwordInClear() {
        return wrong("it holds a password, which every user of this machine could read");
    }

    private ConfigurationError wrong(String problem) {
        return ConfigurationError.of(
                option + ": " + problem + ".",
                "Write it as jdbc:postgresql://HOST:PORT/DATABASE?user=NAME&passwordFile=FILE.");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
