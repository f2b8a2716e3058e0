package io.quittance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.platform.configuration.ConfigurationError;
import io.quittance.platform.configuration.IntakeSettings;
import io.quittance.platform.configuration.IntakeSettings.Settling;
import io.quittance.platform.configuration.IntakeSettings.SftpServer;
import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real SFTP server (Apache MINA SSHD) whose folder is fetched from. */
@DatabaseTest
class SftpFetchIT {

    private static final String PASSWORD = "correct horse";
    private static final Settling SETTLING =
            new Settling(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(3));

    private final FakeTime time = new FakeTime();
    private Path folder;
    private Path remote;
    private KeyPair hostKey;
    private KeyPair userKey;
    private SshServer server;
    private ClaimDesk desk;

    @BeforeEach
    void server(@TempDir Path temporary) throws Exception {
        folder = temporary;
        remote = Files.createDirectories(folder.resolve("remote/out"));
        hostKey = key();
        userKey = key();
        server = started(hostKey, 0);
        desk = new ClaimDesk(folder.resolve("workspace"));
    }

    @AfterEach
    void stop() throws IOException {
        desk.close();
        server.stop(true);
    }

    @Test
    void settledFilesAreFetchedClaimedAndOnlyThenRemovedFromTheServer() throws Exception {
        put("old.csv", "old", time.instant().minusSeconds(3600));
        put("marked.csv", "marked", time.instant());
        put("marked.csv.done", "", time.instant());
        put("fresh.csv", "fresh", time.instant());
        put("half.csv.part", "half", Instant.EPOCH);
        Files.createDirectories(remote.resolve("folder.csv"));
        Files.createSymbolicLink(remote.resolve("link.csv"), folder.resolve("known_hosts"));

        assertThat(sweep(byPassword(true)))
                .containsExactly(
                        "folder.csv: left, no regular file",
                        "fresh.csv: waiting, not settled",
                        "link.csv: left, no regular file");
        assertThat(desk.claimed()).containsExactly("marked.csv 6 bytes", "old.csv 3 bytes");
        assertThat(desk.waiting()).as("nothing is left in the drop folder").isEmpty();
        assertThat(onServer()).containsExactly("fresh.csv", "half.csv.part", "link.csv");
    }

    @Test
    void aFileThatMustStayOnTheServerIsFetchedOnceAndAChangedOneAgain() throws Exception {
        put("a.csv", "first", Instant.EPOCH);
        SftpServer keeps = byKey(false);
        for (int i = 0; i < 2; i++) {
            assertThat(sweep(keeps)).isEmpty();
        }
        assertThat(desk.claimed()).containsExactly("a.csv 5 bytes");
        put("a.csv", "second", Instant.EPOCH);
        assertThat(sweep(keeps)).isEmpty();
        assertThat(desk.claimed()).containsExactly("a.csv 5 bytes", "a.csv 6 bytes");
        assertThat(onServer()).containsExactly("a.csv");
    }

    /** The process died when the file had its name in the drop folder: it is not fetched as another one. */
    @Test
    void whatADeadProcessFetchedIsTheSameFile() throws Exception {
        put("a.csv", "content", Instant.EPOCH);
        Files.writeString(desk.inbox.resolve("a.csv"), "content");
        Files.createDirectories(desk.inbox.resolve(".fetching"));
        Files.writeString(desk.inbox.resolve(".fetching/a.csv"), "of another time");
        Files.writeString(desk.inbox.resolve(".fetching/a.csv.part"), "con");
        Files.writeString(desk.inbox.resolve("a.csv.part"), "what a person is just writing");
        assertThat(sweep(byPassword(true))).isEmpty();
        assertThat(desk.claimed()).containsExactly("a.csv 7 bytes");
        assertThat(onServer()).isEmpty();
        assertThat(desk.waiting()).containsExactly("a.csv.part");
    }

    @Test
    void anotherFileOfTheSameNameInTheDropFolderIsNotOverwritten() throws Exception {
        put("a.csv", "of the server", Instant.EPOCH);
        Files.writeString(desk.inbox.resolve("a.csv"), "of a person");
        Files.setLastModifiedTime(desk.inbox.resolve("a.csv"), FileTime.from(Instant.EPOCH));
        assertThat(sweep(byPassword(true)))
                .containsExactly("a.csv: left on the server, another file of that name lies in the drop folder");
        assertThat(desk.claimed()).containsExactly("a.csv 11 bytes");
        assertThat(sweep(byPassword(true))).isEmpty();
        assertThat(desk.claimed()).containsExactly("a.csv 11 bytes", "a.csv 13 bytes");
    }

    @Test
    void aServerThatGoesAwayBetweenTwoLooksIsTold() throws Exception {
        put("a.csv", "content", Instant.EPOCH);
        SftpServer from = byPassword(true);
        time.meanwhile(now -> stopServer());
        assertThat(sweep(from)).singleElement().asString().endsWith(": server not reached");
        assertThat(desk.claimed()).isEmpty();
        assertThat(onServer()).containsExactly("a.csv");
    }

    private void stopServer() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody else answers in the server's place, or the server was set up anew: nobody logs in, nothing is fetched. */
    @Test
    void aServerWithAnotherKeyIsRefusedAndTheFolderGoesOn() throws Exception {
        SftpServer trusted = byPassword(true);
        put("a.csv", "content", Instant.EPOCH);
        Files.writeString(desk.inbox.resolve("here.csv"), "here");
        Files.setLastModifiedTime(desk.inbox.resolve("here.csv"), FileTime.from(Instant.EPOCH));
        int port = server.getPort();
        server.stop(true);
        server = started(key(), port);

        List<String> told = sweep(trusted);
        assertThat(told).singleElement().asString().endsWith(": server not reached");
        assertThat(desk.claimed()).containsExactly("here.csv 4 bytes");
        assertThat(onServer()).containsExactly("a.csv");
    }

    @Test
    void anUnknownHostAndAWrongPasswordAreRefused() throws Exception {
        SftpServer right = byPassword(true);
        Files.writeString(folder.resolve("known_hosts"), "");
        assertThat(sweep(right)).singleElement().asString().endsWith(": server not reached");
        SftpServer wrong = byPassword(true);
        secret("password", "another");
        assertThat(sweep(wrong)).singleElement().asString().endsWith(": server not reached");
        assertThatThrownBy(() -> SftpFolder.open(wrong)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aSecretThatOthersMayReadIsNotUsed() throws Exception {
        SftpServer server = byPassword(true);
        Files.setPosixFilePermissions(folder.resolve("password"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> sweep(server))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("others may read or change this secret");
    }

    private List<String> sweep(SftpServer from) {
        var settings = new IntakeSettings(SETTLING, 1_000, from);
        return new DropFolder(desk.claims, time, time)
                .sweep(desk.inbox, settings, folder -> true).stream()
                        .map(left -> left.name().replaceFirst("^.*/out/", "") + ": "
                                + left.reason().words())
                        .toList();
    }

    private SftpServer byPassword(boolean remove) throws IOException {
        return server(null, secret("password", PASSWORD), remove);
    }

    private SftpServer byKey(boolean remove) throws Exception {
        Path file = secret("id", "");
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(userKey, "test", null, out);
        }
        return server(file, null, remove);
    }

    private SftpServer server(Path key, Path password, boolean remove) throws IOException {
        Path known = folder.resolve("known_hosts");
        Files.writeString(
                known, "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n");
        return new SftpServer(
                "127.0.0.1",
                server.getPort(),
                "quittance",
                known,
                key,
                password,
                "/out",
                remove,
                Duration.ofSeconds(10));
    }

    private Path secret(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private SshServer started(KeyPair key, int port) throws IOException {
        SshServer sshd = SshServer.setUpDefaultServer();
        sshd.setHost("127.0.0.1");
        sshd.setPort(port);
        sshd.setKeyPairProvider(KeyPairProvider.wrap(key));
        sshd.setPasswordAuthenticator((user, password, session) -> password.equals(PASSWORD));
        sshd.setPublickeyAuthenticator((user, offered, session) -> KeyUtils.compareKeys(offered, userKey.getPublic()));
        sshd.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        sshd.setFileSystemFactory(new VirtualFileSystemFactory(remote.getParent()));
        sshd.start();
        return sshd;
    }

    private static KeyPair key() throws NoSuchAlgorithmException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        return keys.generateKeyPair();
    }

    private void put(String name, String text, Instant modified) throws IOException {
        Path file = Files.writeString(remote.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private List<String> onServer() throws IOException {
        try (Stream<Path> files = Files.list(remote)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
