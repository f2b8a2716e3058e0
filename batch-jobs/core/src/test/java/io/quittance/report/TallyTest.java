package io.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Text;
import io.quittance.report.Column.Kind;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final SheetPlan PLAN = SheetPlan.table(
            "Books",
            "Four lines.",
            Column.of("Entity", "Entity", Kind.CODE),
            Column.of("Status", "Status", Kind.CODE),
            Column.of("Amount", "Amount", Kind.AMOUNT));

    private final Tally sum = Tally.sum(PLAN, "Amount", "Entity", "Status");
    private final Tally count = Tally.count(PLAN, "Entity", "Status");

    @BeforeEach
    void fourLines() {
        line("NL", "PAID", "EUR 10.00");
        line("NL", "PAID", "EUR 0.01");
        line("NL", "HELD", "EUR 5.00");
        line("GB", "PAID", "EUR 100.00");
    }

    private void line(String entity, String status, String amount) {
        Row row = Row.of(new Text(entity), new Text(status), new Amount(Money.parse(amount)));
        sum.accept(row);
        count.accept(row);
    }

    @Test
    void sumsWhatSumifsWouldSum() {
        Figure paid = sum.where(Criterion.at("$A9", "NL"), Criterion.is("PAID"));
        assertThat(paid.a1()).isEqualTo("SUMIFS(Books_Amount,Books_Entity,$A9,Books_Status,\"PAID\")");
        assertThat(paid.value()).isEqualByComparingTo("10.01");
    }

    @Test
    void negatesAndLeavesOut() {
        Figure rest = sum.where(Criterion.any(), Criterion.not("PAID"));
        assertThat(rest.a1()).isEqualTo("SUMIFS(Books_Amount,Books_Status,\"<>PAID\")");
        assertThat(rest.value()).isEqualByComparingTo("5.00");
        assertThat(sum.where(Criterion.any(), Criterion.any()).a1()).isEqualTo("SUM(Books_Amount)");
        assertThat(sum.all()).isEqualByComparingTo("115.01");
    }

    @Test
    void countsWhatCountifsWouldCount() {
        Figure paid = count.where(Criterion.at("ENTITY", "NL"), Criterion.is("PAID"));
        assertThat(paid.a1()).isEqualTo("COUNTIFS(Books_Entity,ENTITY,Books_Status,\"PAID\")");
        assertThat(paid.value()).isEqualByComparingTo("2");
    }

    @Test
    void whatIsNotThereIsZero() {
        assertThat(sum.where(Criterion.is("SG"), Criterion.any()).value()).isZero();
    }

    @Test
    void knowsTheWordsItMet() {
        assertThat(sum.keys(1)).containsExactly(List.of("GB"), List.of("NL"));
        assertThat(sum.keys(2)).containsExactly(List.of("GB", "PAID"), List.of("NL", "HELD"), List.of("NL", "PAID"));
    }

    @Test
    void anAmountThatNoSpreadsheetCanHoldIsLeftOutOfTheSumAsItIsThere() {
        line("NL", "PAID", "EUR 12345678901234.56");
        assertThat(sum.where(Criterion.is("NL"), Criterion.is("PAID")).value()).isEqualByComparingTo("10.01");
        assertThat(count.where(Criterion.is("NL"), Criterion.is("PAID")).value())
                .isEqualByComparingTo("3");
    }

    @Test
    void everyColumnNeedsACriterion() {
        assertThatThrownBy(() -> sum.where(Criterion.is("NL"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tally.sum(PLAN, "Amounts", "Entity")).hasMessage("Sheet Books has no column Amounts");
    }
}
