package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    @Test
    void tellsHowFarAStageIsAndSurvivesNotKnowing() throws InterruptedException {
        var err = new StringWriter();
        var asked = new CountDownLatch(3);
        try (var heartbeat = new Heartbeat(
                "assess",
                Duration.ofMillis(5),
                () -> {
                    asked.countDown();
                    if (asked.getCount() == 1) {
                        throw new IllegalStateException("gone");
                    }
                    return 7;
                },
                new PrintWriter(err, true))) {
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(err.toString().lines())
                .anyMatch(line -> line.matches("assess \\.\\.\\. \\d+ s, 7 portions stored"))
                .anyMatch(line -> line.matches("assess \\.\\.\\. \\d+ s"));
    }
}
