package io.quittance.delivery;

import io.quittance.platform.configuration.ConfigurationError;
import io.quittance.platform.configuration.IntakeSettings.SftpServer;
import io.quittance.platform.configuration.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.sshd.sftp.client.SftpClient;
import org.springframework.core.io.FileSystemResource;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;
import org.springframework.integration.sftp.session.SftpSession;

/** The folder of a server, over one session: only a server whose key is among the known ones is spoken to. */
final class SftpFolder implements AutoCloseable {

    private static final int BUFFER = 32 << 10;

    private final DefaultSftpSessionFactory sessions;
    private final SftpSession session;
    private final String folder;

    private SftpFolder(DefaultSftpSessionFactory sessions, SftpSession session, String folder) {
        this.sessions = sessions;
        this.session = session;
        this.folder = folder.endsWith("/") ? folder : folder + "/";
    }

    /**
     * A file on the server.
     *
     * @param regular neither folder nor link nor device
     * @param seen its size and time there
     */
    record Remote(String name, boolean regular, Seen seen) {}

    /** The file on the server is not the one that was listed. */
    static final class ChangedOnServer extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Connects.
     *
     * @throws UncheckedIOException when the server is away, shows a key that is not known, or lets nobody in
     */
    static SftpFolder open(SftpServer server) {
        var sessions = new DefaultSftpSessionFactory();
        sessions.setHost(server.host());
        sessions.setPort(server.port());
        sessions.setUser(server.user());
        sessions.setTimeout((int) server.timeout().toMillis());
        sessions.setAllowUnknownKeys(false);
        sessions.setKnownHostsResource(new FileSystemResource(existing(server.knownHosts())));
        Path key = server.keyFile();
        if (key == null) {
            sessions.setPassword(PrivateFile.firstLine(Objects.requireNonNull(server.passwordFile())));
        } else {
            sessions.setPrivateKey(new FileSystemResource(PrivateFile.required(key)));
        }
        try {
            return new SftpFolder(sessions, sessions.getSession(), server.folder());
        } catch (RuntimeException e) {
            sessions.destroy();
            throw new UncheckedIOException(new IOException("cannot connect: " + root(e).getMessage(), e));
        }
    }

    private static Path existing(Path knownHosts) {
        if (!Files.isRegularFile(knownHosts)) {
            throw ConfigurationError.in(
                    knownHosts,
                    "there is no such file of known hosts.",
                    "Put the server's key there; ask its operator for the fingerprint first.");
        }
        return knownHosts;
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    /** What lies in the folder, by name. */
    List<Remote> list() throws IOException {
        var files = new ArrayList<Remote>();
        for (SftpClient.DirEntry entry : session.list(folder)) {
            String name = entry.getFilename();
            if (!name.equals(".") && !name.equals("..")) {
                files.add(new Remote(name, entry.getAttributes().isRegularFile(), seen(entry.getAttributes())));
            }
        }
        files.sort(Comparator.comparing(Remote::name));
        return files;
    }

    private static Seen seen(SftpClient.Attributes attributes) {
        return new Seen(attributes.getSize(), attributes.getModifyTime().toInstant(), null);
    }

    /**
     * Writes its bytes: as many as were listed, or none that anybody keeps.
     *
     * @throws UncheckedIOException when the server fails; what {@code out} throws passes as it is
     */
    void read(Remote file, OutputStream out) throws IOException {
        try (InputStream in = opened(file)) {
            byte[] buffer = new byte[BUFFER];
            long left = file.seen().bytes();
            for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
                left -= read;
                if (left < 0) {
                    throw new ChangedOnServer();
                }
                out.write(buffer, 0, read);
            }
            if (left != 0 || !isAsListed(file)) {
                throw new ChangedOnServer();
            }
        }
    }

    private InputStream opened(Remote file) {
        try {
            return session.readRaw(folder + file.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isAsListed(Remote file) {
        try {
            return seen(client().lstat(folder + file.name())).equals(file.seen());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SftpClient client() {
        return session.getClientInstance();
    }

    /** Removes a file that is still the one that was listed; one that was replaced meanwhile stays. */
    void remove(Remote file) throws IOException {
        if (isAsListed(file)) {
            session.remove(folder + file.name());
        }
    }

    void removeMarker(String name) throws IOException {
        session.remove(folder + name);
    }

    @Override
    public void close() {
        session.close();
        sessions.destroy();
    }
}
