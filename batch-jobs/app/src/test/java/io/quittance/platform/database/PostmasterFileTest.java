package io.quittance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostmasterFileTest {

    @Test
    void isReadAsPostgresWritesIt() {
        assertThat(PostmasterFile.parse(List.of(
                        "8627",
                        "/w/database/data",
                        "1795391694",
                        "45999",
                        "",
                        "127.0.0.1",
                        "  2147762         4",
                        "ready   ")))
                .contains(new PostmasterFile(8627, "/w/database/data", 45999, "ready"));
    }

    @Test
    void isNotReadyWhileTheServerStarts() {
        PostmasterFile starting = PostmasterFile.parse(List.of("8627", "/w", "1795391694", "45999", ""))
                .orElseThrow();
        assertThat(starting.isReady()).isFalse();
    }

    @Test
    void halfWrittenIsNone() {
        assertThat(PostmasterFile.parse(List.of())).isEmpty();
        assertThat(PostmasterFile.parse(List.of("8627", "/w"))).isEmpty();
        assertThat(PostmasterFile.parse(List.of("x", "/w", "1", "2"))).isEmpty();
    }

    @Test
    void aProcessThatIsNoPostgresIsAnotherProgram() {
        PostmasterFile ours = new PostmasterFile(ProcessHandle.current().pid(), "/w", 1, "ready");
        assertThat(ours.isAnotherProgram()).isTrue();
        assertThat(ours.isAlive()).isFalse();
    }
}
