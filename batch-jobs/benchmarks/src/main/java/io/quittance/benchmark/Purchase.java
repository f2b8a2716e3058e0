package io.quittance.benchmark;

import io.quittance.invoice.VatBreakdown;
import io.quittance.tax.TaxTables;
import io.quittance.tax.Territory;
import io.quittance.tax.Treatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A document as a fact of Drools: what the rules ask, and what they write down. */
public final class Purchase {

    private final String area;
    private final String group;
    private final String relation;
    private final String standing;
    private final String category;
    private final int recovery;
    private final long day;
    private final BigDecimal claimedRate;
    private final VatBreakdown claim;

    private @Nullable Treatment treatment;
    private @Nullable String rule;
    private @Nullable Money selfAssessed;
    private @Nullable Money recoverable;

    Purchase(TaxCase given, TaxTables tables) {
        Territory here =
                tables.territory(given.payer().vatCountry(), TaxCases.DAY).orElseThrow();
        Territory there =
                tables.territory(given.supplier().vatCountry(), TaxCases.DAY).orElseThrow();
        boolean union = here.group().equals(there.group());
        this.area = here.area();
        this.group = here.group();
        this.relation = here.area().equals(there.area()) ? "DOMESTIC" : union ? "SAME_UNION" : "FOREIGN";
        this.standing = given.supplier().standing().name();
        this.claim = given.invoice().vat().getFirst();
        this.category = claim.category().name();
        this.recovery = given.payer().recoveryPercent();
        this.day = TaxCases.DAY.toEpochDay();
        this.claimedRate = claim.rate() == null ? BigDecimal.ZERO : claim.rate();
    }

    /** What a rule concludes. */
    public void decide(String treatmentName, String id, BigDecimal percent) {
        Treatment found = Treatment.valueOf(treatmentName);
        Money own = found.isSelfAssessed()
                ? share(claim.base(), percent)
                : Money.zero(claim.base().getCurrencyUnit());
        treatment = found;
        rule = id;
        selfAssessed = own;
        recoverable = share(claim.tax().plus(own), BigDecimal.valueOf(recovery));
    }

    private static Money share(Money amount, BigDecimal percent) {
        return amount.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
    }

    void forget() {
        treatment = null;
        rule = null;
        selfAssessed = null;
        recoverable = null;
    }

    @Nullable
    Treatment treatment() {
        return treatment;
    }

    @Nullable
    Money selfAssessed() {
        return selfAssessed;
    }

    @Nullable
    Money recoverable() {
        return recoverable;
    }

    public String getArea() {
        return area;
    }

    public String getGroup() {
        return group;
    }

    public String getRelation() {
        return relation;
    }

    public String getStanding() {
        return standing;
    }

    public String getCategory() {
        return category;
    }

    public boolean isCharged() {
        return !claim.tax().isZero();
    }

    public int getRecovery() {
        return recovery;
    }

    public long getDay() {
        return day;
    }

    public BigDecimal getClaimedRate() {
        return claimedRate;
    }

    /** Whether some rule has spoken. */
    public boolean isDecided() {
        return treatment != null;
    }

    @Override
    public String toString() {
        return relation + " to " + area + ": " + category + ", by " + rule;
    }
}
