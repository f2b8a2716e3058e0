package io.quittance.cli;

import io.quittance.engine.EngineProperties;
import io.quittance.platform.clock.BusinessClock;
import io.quittance.platform.configuration.Configuration;
import io.quittance.platform.configuration.Role;
import io.quittance.platform.configuration.User;
import io.quittance.platform.configuration.Users;
import io.quittance.platform.database.Database;
import io.quittance.platform.workspace.Workspace;
import io.quittance.stage.CurrencyDecimals;
import io.quittance.stage.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Everything a command needs that works on data: workspace, configuration, person, database, and Spring over them. */
public final class AppSession implements AutoCloseable {

    /** Partition threads, one for the stage itself, one in reserve. */
    private static final int CONNECTIONS = 6;

    private final Database database;
    private final boolean ownsDatabase;
    private final ConfigurableApplicationContext spring;
    private final Session session;
    private final User user;

    private AppSession(Database database, boolean ownsDatabase, Session session, User user) {
        this.database = database;
        this.ownsDatabase = ownsDatabase;
        this.session = session;
        this.user = user;
        this.spring = spring(database, session);
        get(CurrencyDecimals.class).record();
    }

    /**
     * Opens what the command needs.
     *
     * @param date of the command line, null for today in the business zone
     * @param anyOf what the person must be allowed to do, one of these
     */
    static AppSession open(Globals globals, @Nullable LocalDate date, Role... anyOf) {
        Configuration configuration = Configuration.load(globals.config());
        String login = System.getProperty("user.name", "");
        User user = person(configuration.users(), globals.actAs, login);
        if (Stream.of(anyOf).noneMatch(user::may)) {
            throw new Refused(
                    ExitCode.NOT_ALLOWED,
                    user.name() + " may not do this: it needs the role "
                            + Stream.of(anyOf)
                                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(" or "))
                            + ". Ask somebody who has it, or change config/users.yaml.");
        }
        LocalDate businessDate = date == null
                ? BusinessClock.atLaunch(configuration.settings().businessZone())
                        .today()
                : date;
        Workspace workspace = new Workspace(globals.home).create();
        var session = new Session(workspace, globals.config().toAbsolutePath(), businessDate, user.name(), login);
        Database database = globals.database == null
                ? Database.embedded(workspace.database())
                : Database.given(globals.database, globals.databaseOwner);
        try {
            return new AppSession(database, true, session, user);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * The same for a command that only looks: a mistyped folder must not look like proven books.
     *
     * @throws Refused when there is nothing to look at
     */
    static AppSession look(Globals globals, @Nullable LocalDate date, Role... anyOf) {
        Workspace workspace = new Workspace(globals.home);
        if (globals.database == null && !Files.isDirectory(workspace.database().resolve("data"))) {
            throw new Refused(
                    ExitCode.NO_INPUT,
                    workspace.home()
                            + " is no workspace with data. Name one with --home; 'quittance nightly' makes one.");
        }
        return open(globals, date, anyOf);
    }

    /**
     * Opens a home with a configuration, as a command with these options would: for programs that measure or drive the
     * pipeline from their own JVM.
     *
     * @param home of the workspace
     * @param config of the configuration
     * @param date the business date
     */
    public static AppSession at(Path home, Path config, LocalDate date) {
        var globals = new Globals();
        globals.home = home;
        globals.config = config;
        return open(globals, date, Role.OPERATE);
    }

    /**
     * The same for acts that overrule what was found: only in the name of somebody who is meant, never of the stand-in that trials
     * have where nobody is listed.
     *
     * @throws Refused when neither the login nor --as says who acts
     */
    static AppSession inPerson(Globals globals, @Nullable LocalDate date, Role... anyOf) {
        Users users = Configuration.load(globals.config()).users();
        String login = System.getProperty("user.name", "");
        if (globals.actAs == null && users.withLogin(login).isEmpty()) {
            throw new Refused(
                    ExitCode.NOT_ALLOWED,
                    "no user of config/users.yaml has os_login " + login
                            + ", and this is recorded under a name. Add yourself, or name a user with --as"
                            + (users.trustsLocally() ? "." : ", which needs trust: local."));
        }
        return look(globals, date, anyOf);
    }

    /** The same on another business date, over the same database. Close it before this one. */
    AppSession on(LocalDate date) {
        return with(date, user);
    }

    /** The same as another person, over the same database. Close it before this one. */
    AppSession as(User other) {
        return with(session.businessDate(), other);
    }

    private AppSession with(LocalDate date, User person) {
        var other = new Session(session.workspace(), session.config(), date, person.name(), session.login());
        return new AppSession(database, false, other, person);
    }

    public Session session() {
        return session;
    }

    /** A bean of the application. */
    public <T> T get(Class<T> bean) {
        return spring.getBean(bean);
    }

    User user() {
        return user;
    }

    @Override
    public void close() {
        spring.close();
        if (ownsDatabase) {
            database.close();
        }
    }

    private static User person(Users users, @Nullable String actAs, String login) {
        if (actAs == null) {
            return users.withLogin(login)
                    .or(() -> users.trustsLocally()
                            ? users.users().stream()
                                    .filter(user -> user.may(Role.OPERATE))
                                    .findFirst()
                            : Optional.empty())
                    .orElseThrow(() -> new Refused(
                            ExitCode.NOT_ALLOWED,
                            "no user of config/users.yaml has os_login " + login
                                    + ". Add yourself, or name a user with --as."));
        }
        User user = users.named(actAs)
                .orElseThrow(() -> new Refused(ExitCode.NOT_ALLOWED, "config/users.yaml has no user " + actAs + "."));
        if (!users.trustsLocally() && !login.equals(user.osLogin())) {
            throw new Refused(
                    ExitCode.NOT_ALLOWED,
                    login + " may not act as " + actAs + ": config/users.yaml does not say trust: local.");
        }
        return user;
    }

    private static ConfigurableApplicationContext spring(Database database, Session session) {
        Map<String, Object> properties = new TreeMap<>(EngineProperties.defaults(CONNECTIONS));
        var login = database.address().app();
        properties.put("spring.datasource.url", login.url());
        properties.put("spring.datasource.username", login.user());
        properties.put(
                "spring.datasource.password",
                Objects.requireNonNull(login.password(), "the app logs in by password")
                        .reveal());
        SpringApplication application = new SpringApplicationBuilder(QuittanceApplication.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(true)
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean(Session.class, () -> session))
                .environment(Settings.of(properties))
                .build();
        return application.run();
    }
}
