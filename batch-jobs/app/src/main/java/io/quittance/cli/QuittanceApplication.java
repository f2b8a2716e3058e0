package io.quittance.cli;

import io.quittance.engine.EngineConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The application: the engine, and the stores and jobs of each domain. */
@Configuration(proxyBeanMethods = false)
@Import({EngineConfiguration.class, DemoSummary.class})
@ComponentScan({
    "io.quittance.stage",
    "io.quittance.delivery",
    "io.quittance.finding.store",
    "io.quittance.invoice.store",
    "io.quittance.invoice.job",
    "io.quittance.fx.store",
    "io.quittance.fx.job",
    "io.quittance.engagement.store",
    "io.quittance.engagement.job",
    "io.quittance.party.store",
    "io.quittance.party.job",
    "io.quittance.document.store",
    "io.quittance.document.job",
    "io.quittance.assessment.store",
    "io.quittance.assessment.job",
    "io.quittance.tax.store",
    "io.quittance.ledger.store",
    "io.quittance.ledger.job",
    "io.quittance.payment.store",
    "io.quittance.payment.job",
    "io.quittance.withholding.store",
    "io.quittance.reconciliation.store",
    "io.quittance.reconciliation.job",
    "io.quittance.vat.store",
    "io.quittance.vat.job",
    "io.quittance.check",
    "io.quittance.report.store",
    "io.quittance.report.job"
})
public class QuittanceApplication {}
