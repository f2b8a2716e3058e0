package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.engine.Gate;
import io.quittance.stage.Broken;
import io.quittance.stage.Stage;
import io.quittance.stage.StageOutcome;
import io.quittance.stage.StageOutcome.Figure;
import io.quittance.stage.StageRunner;
import io.quittance.stage.WorkSet;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.job.Job;

class StageSequenceTest {

    private static final List<String> NIGHT =
            List.of("intake", "bank", "assess", "propose GB", "propose NL", "reconcile", "report");

    private final Map<String, RuntimeException> failures = new HashMap<>();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest(name = "{0} fails")
    @CsvSource(delimiter = '|', textBlock = """
            propose GB | intake bank assess propose-NL reconcile report
            assess     | intake bank reconcile report
            bank       | intake assess reconcile report
            report     | intake bank assess propose-GB propose-NL reconcile
            """)
    void aFailureStopsWhatBuildsOnItAndNothingElse(String failing, String ran) {
        failures.put(failing, new IllegalStateException("secret of the contractor"));
        StageSequence night = night();
        assertThat(night.outcomes().stream().map(one -> one.stage().replace(' ', '-')))
                .containsExactly(ran.split(" "));
        assertThat(night.exit()).isEqualTo(1);
        assertThat(err.toString())
                .contains("internal error: IllegalStateException")
                .doesNotContain("secret");
    }

    @Test
    void aWrongSumAnywhereIsWhatTheSchedulerHears() {
        failures.put("propose GB", new IllegalStateException("a bug"));
        failures.put("propose NL", new Broken("file and run differ"));
        assertThat(night().exit()).isEqualTo(20);
        failures.clear();
        assertThat(night().exit()).isZero();
    }

    @Test
    void aLostDatabaseEndsTheNightAtOnce() {
        failures.put("bank", new IllegalStateException(new SQLException("gone", "57P01")));
        assertThatThrownBy(this::night).isInstanceOf(IllegalStateException.class);
        assertThat(err.toString()).doesNotContain("assess");
    }

    private StageSequence night() {
        var night = new StageSequence(
                new StageRunner(null, null, null, null) {
                    @Override
                    public List<StageOutcome> run(Stage stage) {
                        String name = stage.name() + (stage.scope().isEmpty() ? "" : " " + stage.scope());
                        if (failures.containsKey(name)) {
                            throw failures.get(name);
                        }
                        return List.of(new StageOutcome(name, "w", List.of(Figure.of("documents", 1))));
                    }
                },
                () -> 0,
                new PrintWriter(err, true));
        NIGHT.forEach(name -> night.run(new Named(name)));
        return night;
    }

    private record Named(String words) implements Stage {
        @Override
        public String name() {
            return words.split(" ")[0];
        }

        @Override
        public String scope() {
            return words.contains(" ") ? words.split(" ")[1] : "";
        }

        @Override
        public Gate gate() {
            return Gate.PIPELINE;
        }

        @Override
        public Optional<WorkSet> freeze() {
            return Optional.empty();
        }

        @Override
        public Job job() {
            throw new IllegalStateException("not run here");
        }

        @Override
        public StageOutcome outcome(WorkSet workSet) {
            throw new IllegalStateException("not run here");
        }
    }
}
