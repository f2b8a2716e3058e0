package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReasonsTest {

    private static final Reasons TREE = new Reasons(
            "invoice",
            "invoice A",
            List.of(
                    new Reasons("source", "a.csv line 2", List.of(Reasons.leaf("original", "archive/ab"))),
                    new Reasons(
                            "tax", "tax", List.of(Reasons.leaf("step", "one"), Reasons.leaf("step", "\u001b[2Jtwo")))));

    /** What a document says is shown and never obeyed. */
    @Test
    void isDrawnAsATree() {
        assertThat(String.join("\n", TREE.lines())).isEqualTo("""
                invoice A
                ├─ a.csv line 2
                │  └─ archive/ab
                └─ tax
                   ├─ one
                   └─ ?[2Jtwo""");
    }

    @Test
    void isTheSameForAScript() {
        assertThat(JsonMapper.builder().build().writeValueAsString(TREE.object()))
                .isEqualTo("""
                {"what":"invoice","says":"invoice A","from":[{"what":"source","says":"a.csv line 2","from":[{"what":"original",\
                "says":"archive/ab"}]},{"what":"tax","says":"tax","from":[{"what":"step","says":"one"},{"what":"step",\
                "says":"\\u001B[2Jtwo"}]}]}""");
    }
}
