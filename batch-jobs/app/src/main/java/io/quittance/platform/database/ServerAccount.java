package io.quittance.platform.database;

import io.quittance.platform.configuration.ConfigurationError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL runs. It refuses to be root; so root starts it in a user namespace of its own, where root is nobody, or
 * under the account that owns the workspace.
 *
 * @param prefix words before the program's name
 * @param owner whom the database's files are given to; null when they are the caller's own
 */
record ServerAccount(List<String> prefix, @Nullable Path owner) {

    private static final ServerAccount CALLER = new ServerAccount(List.of(), null);

    /** The account for a workspace: the caller's, unless that is root. */
    static ServerAccount forHome(Path home) throws IOException {
        if (!"root".equals(ProcessHandle.current().info().user().orElse(System.getProperty("user.name")))) {
            return CALLER;
        }
        int uid = (int) Files.getAttribute(home, "unix:uid");
        ServerAccount ownersOwn = ownerOf(home, uid);
        ServerAccount namespace = new ServerAccount(List.of("unshare", "-U"), null);
        for (ServerAccount account : uid == 0 ? List.of(namespace) : List.of(ownersOwn)) {
            if (account.works()) {
                return account;
            }
        }
        throw ConfigurationError.of(
                "PostgreSQL does not run as root, and this machine lets root start it neither by 'unshare -U' nor as the owner of "
                        + home + " by 'setpriv'.",
                "Start quittance as an ordinary user, or 'chown' " + home
                        + " to one, or give a PostgreSQL with --db URL.");
    }

    private static ServerAccount ownerOf(Path home, int uid) throws IOException {
        int gid = (int) Files.getAttribute(home, "unix:gid");
        return new ServerAccount(
                List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--no-new-privs"), home);
    }

    /** Whether the programs must lie where the workspace's owner can read them, not in root's own cache. */
    boolean isAnother() {
        return owner != null;
    }

    List<String> command(List<String> words) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(words);
        return command;
    }

    /** Makes a path belong to the account that the server runs as. */
    void give(Path path) throws IOException {
        if (owner == null) {
            return;
        }
        PosixFileAttributes from = Files.readAttributes(owner, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributeView to = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        to.setGroup(from.group());
        to.setOwner(from.owner());
    }

    private boolean works() {
        try {
            Process process = new ProcessBuilder(command(List.of("true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
