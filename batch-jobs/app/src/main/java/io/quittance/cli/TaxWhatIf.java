package io.quittance.cli;

import io.quittance.assessment.Assessor;
import io.quittance.party.VatId;
import io.quittance.platform.clock.BusinessClock;
import io.quittance.stage.Loaded;
import io.quittance.table.TableError;
import io.quittance.tax.TaxTables;
import io.quittance.tax.VatRate;
import io.quittance.tax.table.ServiceNames;
import io.quittance.tax.table.TaxTableFiles;
import io.quittance.tax.trial.Answer;
import io.quittance.tax.trial.SupposedWithholding;
import io.quittance.tax.trial.Supposition;
import io.quittance.tax.trial.WhatIf;
import io.quittance.vat.Filings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The tax of an invoice that nobody sent, by the rules of the configuration; no database, no Spring. */
@Command(
        name = "what-if",
        description = {
            "Says how tax would fall on a service: treatment, the row behind each step, rates, amounts, boxes, postings.",
            "Needs neither a database nor a workspace. What is not said is supposed, and listed as supposed.",
            "Ends with 0 whatever the verdict is: it stands at the head of the page, and in --json as 'verdict'."
        })
final class TaxWhatIf extends Verb implements Callable<Integer> {

    @ArgGroup(exclusive = false, heading = "%nWho pays:%n")
    PayerOptions payer = new PayerOptions();

    @ArgGroup(exclusive = false, heading = "%nWho supplies:%n")
    SupplierOptions supplier = new SupplierOptions();

    @ArgGroup(exclusive = false, heading = "%nWhat is invoiced:%n")
    ServiceOptions service = new ServiceOptions();

    @ArgGroup(exclusive = false, heading = "%nHow it is paid:%n")
    PaymentOptions payment = new PaymentOptions();

    @Option(
            names = "--rates",
            paramLabel = "PATH",
            description = "Files or folders of exchange rates instead of those of the workspace.")
    List<Path> rates = List.of();

    /** What the configuration has of the question. */
    record Tables(Loaded loaded, TaxTables tax, List<VatRate> rates, ServiceNames services) {

        static Tables of(Path config) {
            Loaded loaded = Loaded.from(config);
            Path folder = config.resolve("tax");
            try {
                return new Tables(
                        loaded, TaxTableFiles.read(folder), TaxTableFiles.rates(folder), ServiceNames.read(folder));
            } catch (TableError wrong) {
                throw new Refused(ExitCode.CONFIGURATION, wrong.place() + ": " + wrong.reason());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public Integer call() {
        var tables = Tables.of(globals().config());
        LocalDate on = service.date == null
                ? BusinessClock.atLaunch(tables.loaded().settings().businessZone())
                        .today()
                : service.date;
        LocalDate issued = service.issued == null ? on : service.issued;
        var supposed = new Supposing(tables, on, issued);
        Supposition question = supposed.question(payer, supplier, service);
        var published = RateSource.of(globals(), tables.loaded().settings(), rates);
        var context = new Assessor.Context(
                issued,
                tables.loaded().register(),
                tables.loaded()
                        .fx()
                        .book(
                                published.rates(),
                                (entity, day) -> Optional.of(
                                        VatId.countryOf(question.payer().vatCountry()))),
                tables.loaded().tax(),
                tables.loaded().settings().defaultDueDays(),
                tables.loaded().configuration().rules().suspicion(),
                tables.loaded().policies(),
                Filings.of(
                        tables.loaded().boxes(),
                        tables.loaded().forms(),
                        List.of(),
                        tables.loaded().periods()));
        Answer answer = new WhatIf(context, tables.tax()).ask(question);
        var withheld = new SupposedWithholding(tables.loaded().withholding(), context.rates())
                .of(answer.supposed(), supposed.payment(payment));
        new WhatIfPaper(question, answer, tables)
                .sections(supposed.assumptions(), published, withheld)
                .print(globals().format(), out());
        return ExitCode.DONE.code;
    }

    /** Options about the payer. */
    static final class PayerOptions {
        @Option(names = "--entity", paramLabel = "ID", description = "One of ours: config/register/entities.csv.")
        @Nullable
        String entity;

        @Option(
                names = "--payer-country",
                paramLabel = "CC",
                description =
                        "Somebody who is none of ours, in this VAT territory (ISO country, EL, XI, or a part such as CA-ON).")
        @Nullable
        String country;

        @Option(names = "--payer-vat-id", paramLabel = "VATID", description = "The payer's VAT id, or none.")
        @Nullable
        String vatId;

        @Option(
                names = "--recovery-percent",
                paramLabel = "PERCENT",
                description = "How much of its input tax the payer may deduct (default: as registered, else 100).")
        @Nullable
        Integer recoveryPercent;

        @Option(
                names = "--province",
                paramLabel = "PROVINCE",
                description =
                        "State or province of the payer's address, where tax depends on it (CA-ON, IN-KA, BR-3550308).")
        @Nullable
        String province;
    }

    /** Options about the contractor. */
    static final class SupplierOptions {
        @Option(
                names = "--contractor",
                paramLabel = "ID",
                description = "One that is registered: config/register/contractors.csv.")
        @Nullable
        String contractor;

        @Option(
                names = "--contractor-country",
                paramLabel = "CC",
                description = "Somebody who is not registered, in this VAT territory.")
        @Nullable
        String country;

        @Option(
                names = "--contractor-province",
                paramLabel = "PROVINCE",
                description = "State or province of the contractor's address.")
        @Nullable
        String province;

        @Option(
                names = "--contractor-standing",
                paramLabel = "STANDING",
                description = "registered, franchise (small business) or none (default: what most are there).")
        @Nullable
        String standing;

        @Option(
                names = "--ex-number",
                paramLabel = "NUMBER",
                description = "The contractor's small-business number (...EX), as confirmed for the payer's country.")
        @Nullable
        String exNumber;

        @Option(names = "--contractor-kind", paramLabel = "KIND", description = "company (default) or individual.")
        @Nullable
        String kind;

        @Option(
                names = "--contractor-vat-id",
                paramLabel = "VATID",
                description = "The contractor's VAT id, or none (default: one, where registered).")
        @Nullable
        String vatId;
    }

    /** Options about the service and its invoice. */
    static final class ServiceOptions {
        @Option(
                names = "--service",
                paramLabel = "NAME",
                description = "What is supplied, by a name of config/tax/service-names.csv (default: any service).")
        @Nullable
        String name;

        @Option(
                names = "--place",
                paramLabel = "CC",
                description = "Territory where the land lies or the event is held, for services that are taxed there.")
        @Nullable
        String place;

        @Option(
                names = "--buys-as",
                paramLabel = "ROLE",
                description = "builder or user: as what the payer buys building work (buys_as in contracts.csv).")
        @Nullable
        String buysAs;

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                description = "invoice (default) or credit-note: needs --corrects-date.")
        @Nullable
        String kind;

        @Option(
                names = "--corrects-date",
                paramLabel = "DATE",
                description =
                        "Day of supply of the invoice that a credit note takes back, whose rate of tax and exchange rate it copies.")
        @Nullable
        LocalDate corrects;

        @Option(
                names = "--corrects-invoiced",
                paramLabel = "DATE",
                description = "Day of that invoice (default: its day of supply).")
        @Nullable
        LocalDate correctsInvoiced;

        @Option(names = "--net", paramLabel = "AMOUNT", required = true, description = "Amount without VAT.")
        String net = "";

        @Option(
                names = "--currency",
                paramLabel = "CCY",
                description = "Currency of the invoice (default: that of the payer's books).")
        @Nullable
        String currency;

        @Option(
                names = "--date",
                paramLabel = "DATE",
                description = "Day of supply; of a credit note, its own day (default: today in businessZone).")
        @Nullable
        LocalDate date;

        @Option(names = "--invoiced", paramLabel = "DATE", description = "Day of the invoice (default: day of supply).")
        @Nullable
        LocalDate issued;

        @Option(
                names = "--category",
                paramLabel = "CODE",
                description =
                        "VAT category on the invoice: S, Z, E, AE, K, G, O, L or M (default: as the rules expect it).")
        @Nullable
        String category;

        @Option(names = "--vat-charged", paramLabel = "AMOUNT", description = "VAT that the invoice charges.")
        @Nullable
        String charged;

        @Option(names = "--vat-rate", paramLabel = "PERCENT", description = "VAT rate on the invoice.")
        @Nullable
        String rate;
    }

    /** Options about the payment, on which withholding depends. */
    static final class PaymentOptions {
        @Option(names = "--paid", paramLabel = "DATE", description = "Day of payment (default: day of supply).")
        @Nullable
        LocalDate paid;

        @Option(
                names = "--tin",
                paramLabel = "yes|no",
                description =
                        "Whether the contractor's tax number is known (default: as registered, else a VAT id stands for it).")
        @Nullable
        String tin;

        @Option(
                names = "--income",
                paramLabel = "KIND",
                description =
                        "What the fee is paid for: professional, technical, contract_work or another kind (default: by service).")
        @Nullable
        String income;

        @Option(
                names = "--performed-in",
                paramLabel = "CC",
                description = "Country in which the work is done, where withholding depends on it.")
        @Nullable
        String performedIn;
    }
}
