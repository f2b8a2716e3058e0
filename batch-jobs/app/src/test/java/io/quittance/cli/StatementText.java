package io.quittance.cli;

import java.math.BigDecimal;

/** A camt.053 as a test wants it: one statement, its entries one after another, its closing balance added up. */
final class StatementText {

    private final String id;
    private final String day;
    private final String account;
    private final String currency;
    private final BigDecimal opening;
    private final StringBuilder entries = new StringBuilder();
    private BigDecimal closing;

    StatementText(String id, String day, String account, String opening) {
        this.id = id;
        this.day = day;
        this.account = account;
        this.currency = opening.substring(0, 3);
        this.opening = new BigDecimal(opening.substring(4));
        this.closing = this.opening;
    }

    /** Money that went out. @param references elements of {@code Refs} */
    StatementText out(String amount, String references) {
        closing = closing.subtract(new BigDecimal(amount));
        entries.append("""
                <Ntry><Amt Ccy="%1$s">%2$s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>%3$s</Dt></BookgDt><ValDt><Dt>%3$s</Dt></ValDt>
                <NtryDtls><TxDtls><Refs>%4$s</Refs><Amt Ccy="%1$s">%2$s</Amt></TxDtls></NtryDtls></Ntry>
                """.formatted(currency, amount, day, references));
        return this;
    }

    /** The same with a closing balance that is off. */
    String unbalanced() {
        closing = closing.add(BigDecimal.ONE);
        return toString();
    }

    @Override
    public String toString() {
        return """
                <Document><BkToCstmrStmt><GrpHdr><MsgId>%1$s</MsgId></GrpHdr><Stmt><Id>%1$s</Id>
                <Acct><Id><Othr><Id>%2$s</Id></Othr></Id><Ccy>%3$s</Ccy></Acct>
                %4$s%5$s%6$s</Stmt></BkToCstmrStmt></Document>
                """.formatted(id, account, currency, balance("OPBD", opening), balance("CLBD", closing), entries);
    }

    private String balance(String type, BigDecimal amount) {
        return """
                <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="%s">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>
                <Dt><Dt>%s</Dt></Dt></Bal>
                """.formatted(type, currency, amount, day);
    }
}
