package io.quittance.platform.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code users.yaml}: who may do what.
 *
 * @param trustsLocally whether whoever sits at this machine may act as another by {@code --as}: for trials and the example
 */
public record Users(List<User> users, boolean trustsLocally) {

    public Users {
        users = List.copyOf(users);
    }

    /** The user with this name. */
    public Optional<User> named(String name) {
        return users.stream().filter(user -> user.name().equals(name)).findFirst();
    }

    /** The user who is this account of the operating system. */
    public Optional<User> withLogin(String osLogin) {
        return users.stream().filter(user -> osLogin.equals(user.osLogin())).findFirst();
    }

    static Users read(Path file, Settings settings) {
        YamlSection top = YamlFile.read(file);
        boolean local = top.has("trust") && top.choice("trust", Trust.class) == Trust.LOCAL;
        if (local && !settings.example()) {
            throw top.wrong(
                    "trust", "is 'local', but quittance.yaml does not say example: true: four eyes need logins.");
        }
        List<User> users = new ArrayList<>();
        for (YamlSection section : top.sections("users")) {
            users.add(user(section, users));
        }
        top.done();
        return new Users(users, local);
    }

    private enum Trust {
        LOCAL,
        LOGIN
    }

    private static User user(YamlSection section, List<User> before) {
        User user = new User(
                section.text("name"),
                section.text("display"),
                section.optionalText("os_login").orElse(null),
                roles(section),
                section.optional("approval_limit", section::money).orElse(null));
        section.done();
        if (!user.name().matches("[a-z][a-z0-9._-]*")) {
            throw section.wrong(
                    "name", "is '" + user.name() + "', expected lower case letters, digits, dot and hyphen.");
        }
        for (User other : before) {
            if (other.name().equals(user.name())) {
                throw section.wrong("name", "'" + user.name() + "' is the name of two users.");
            }
            if (user.osLogin() != null && user.osLogin().equals(other.osLogin())) {
                throw section.wrong("os_login", "'" + user.osLogin() + "' is already " + other.name() + ".");
            }
        }
        return user;
    }

    private static Set<Role> roles(YamlSection section) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(section.choices("roles", Role.class));
        return roles;
    }
}
