package io.quittance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OwnerTest {

    @Test
    void names_this_process_within_what_postgresql_keeps() {
        assertThat(Owner.current().name())
                .startsWith("quittance " + ProcessHandle.current().pid() + ".")
                .contains("@")
                .hasSizeLessThan(64);
        assertThat(Owner.current()).isEqualTo(Owner.current());
    }

    @Test
    void refuses_what_the_server_would_cut_or_replace() {
        assertThatThrownBy(() -> new Owner("x".repeat(64))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Owner("Zoë")).isInstanceOf(IllegalArgumentException.class);
    }
}
