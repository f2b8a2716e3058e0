package io.quittance.party;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known about the numbers of a territory beside their form: facts collated from the sources named in each row, as
 * they were on {@link #KNOWN_AS_OF}.
 *
 * @param name as its holders call the number
 * @param checkDigits by which rule and where; without a rule where none is published or trusted
 * @param source that the form and the rule were read from
 * @param confidence high, medium or low
 * @param note what else is to be known, such as what a valid number does not show; empty when there is nothing
 */
record VatIdFacts(String name, CheckDigits checkDigits, String source, String confidence, String note) {

    /** The day that the sources were read. */
    static final String KNOWN_AS_OF = "2026-11-22";

    private static final int COLUMNS = 7;

    /** Country, name, rule of the check digits, where they stand, source, confidence, note. */
    private static final String TABLE = """
            AD | NRT |  |  | stdnum ad.nrt | medium |
            AE | TRN |  |  | gobl regimes/ae | high |
            AL | NIPT/NUIS |  |  | stdnum al.nipt | medium |
            AR | CUIT | weights 5 4 3 2 7 6 5 4 3 2 modulo 11 | -1 | stdnum ar.cuit | high |
            AT | UID | Luhn with an offset of 4 | -1 | stdnum at.uid | high |
            AU | ABN | weights 10 1 3 ... 19 modulo 89 | 0+2 | stdnum au.abn | high | An ABN alone does not show registration for GST.
            AZ | VÖEN | weights 4 1 8 6 2 7 5 3 modulo 11 | 8 | stdnum az.voen | medium |
            BA | PDV broj |  |  | vatnode | low |
            BE | BTW/TVA ondernemingsnummer | 97 less the first 8 digits modulo 97 | -2+2 | stdnum be.vat | high |
            BG | ДДС номер | weights modulo 11, or those of EGN or of foreigners | -1 | stdnum bg.vat | high |
            BR | CNPJ, CPF | weights modulo 11, twice | -2+2 | stdnum br.cnpj | high | CNPJ with letters since July 2026; CPF of persons (11 digits) too.
            BY | УНП | weights 29 23 19 17 13 7 5 3 modulo 11 | -1 | stdnum by.unp | medium |
            CA | BN15 | Luhn over 9 digits | 8 | stdnum ca.bn | high | Only an RT account shows registration for GST/HST.
            CH | MWST-Nr. | weights 5 4 3 2 7 6 5 4 modulo 11 | 11 | stdnum ch.vat | high | The UID without MWST, TVA, IVA or TPV is not a VAT number.
            CL | RUT | weights 2 to 7 from the right modulo 11 | -1 | stdnum cl.rut | high |
            CN | 统一社会信用代码 | powers of 3 modulo 31, GB 32100 | -1 | stdnum cn.uscc | high |
            CO | NIT | weights 3 7 13 17 19 ... from the right modulo 11 | -1 | stdnum co.nit | high |
            CR | CPJ |  |  | stdnum cr.cpj | medium | Legal entities; class and type are checked.
            CY | ΦΠΑ | odd places through a table, modulo 26 | -1 | stdnum cy.vat | high |
            CZ | DIČ | weights modulo 11, or those of a birth number | -1 | stdnum cz.dic | high |
            DE | USt-IdNr. | ISO 7064 MOD 11,10 | -1 | stdnum de.vat | high |
            DK | CVR/moms | weights 2 7 6 5 4 3 2 1 modulo 11 | -1 | stdnum dk.cvr | high | New CVR numbers may be given without it one day: a failure holds, it does not reject.
            DO | RNC | weights 7 9 8 6 5 4 3 2 modulo 11 | -1 | stdnum do.rnc | medium | Old numbers of 8 digits have no check digit.
            DZ | NIF |  |  | stdnum dz.nif | medium |
            EC | RUC | Luhn, or weights modulo 11, by the third digit |  | stdnum ec.ruc | medium |
            EE | KMKR | weights 3 7 1 modulo 10 | -1 | stdnum ee.kmkr | high |
            EG | TRN |  |  | stdnum eg.tn | medium |
            ES | NIF | NIF: modulo 23; CIF: Luhn, as a digit or a letter | -1 | stdnum es.nif | high |
            EU | EU VoeS |  |  | stdnum eu.vat, eu.oss | medium | The non-Union one-stop shop: says nothing about reverse charge.
            FI | ALV nro | weights 7 9 10 5 8 4 2 1 modulo 11 | -1 | stdnum fi.alv | high |
            FO | V-tal |  |  | stdnum fo.vn | medium |
            FR | n° TVA | Luhn over the SIREN, and a key modulo 97 or base 34 | 0+2 | stdnum fr.tva | high |
            GB | VAT no. | weights 8 7 6 5 4 3 2 modulo 97, or 55 more | 7+2 | stdnum gb.vat | high | Also the Isle of Man. Not in VIES. GD and HA numbers have no check digits.
            GE | საიდენტიფიკაციო |  |  | vatnode | low |
            GH | TIN | weights 1 to 9 modulo 11 | -1 | stdnum gh.tin | medium |
            GN | NIFp | Luhn | -1 | stdnum gn.nifp | medium |
            GR | ΑΦΜ | powers of 2 modulo 11 | -1 | stdnum gr.vat | high | ISO country GR, prefix EL.
            GT | NIT | weights from the right modulo 11 | -1 | stdnum gt.nit | medium |
            HR | OIB | ISO 7064 MOD 11,10 | -1 | stdnum hr.oib | high |
            HU | közösségi adószám | weights 9 7 3 1 modulo 10 | -1 | stdnum hu.anum | high |
            ID | NPWP | Luhn over 9 digits | 8 | stdnum id.npwp | medium | 16 digits since 2024: a zero and the old number, or an identity number without check digit.
            IE | VAT no. | weights 8 to 2 modulo 23 | 7 | stdnum ie.vat | high |
            IL | HP | Luhn | -1 | stdnum il.hp | medium |
            IN | GSTIN | Luhn modulo 36 | -1 | stdnum in_.gstin | high | State code, PAN inside, check character.
            IS | VSK nr |  |  | stdnum is_.vsk | medium |
            IT | Partita IVA | Luhn | -1 | stdnum it.iva | high |
            JP | 法人番号 / T+法人番号 | weights 1 2 modulo 9 | 0 | stdnum jp.cn (T prefix: own knowledge) | medium | T numbers of sole traders follow another, unpublished rule: T numbers by form alone.
            KE | KRA PIN |  |  | stdnum ke.pin; EY Worldwide VAT Guide 2022 (P000111111A) | high |
            KR | 사업자등록번호 | weights 1 3 7 1 3 7 1 3 5 modulo 10 | -1 | stdnum kr.brn | medium |
            LI | MWST-Nr. |  |  | vatnode | low |
            LT | PVM kodas | weights 1 to 9 modulo 11, else from 3 on | -1 | stdnum lt.pvm | high |
            LU | TVA | the first 6 digits modulo 89 | -2+2 | stdnum lu.tva | high |
            LV | PVN | weights modulo 11 | -1 | stdnum lv.pvn | high |
            MA | ICE | ISO 7064 MOD 97-10 | -2+2 | stdnum ma.ice | medium |
            MC | n° TVA | the French key modulo 97 | 0+2 | stdnum mc.tva | medium | Prefix FR; no Luhn digit.
            MD | cod TVA |  |  | vatnode | low |
            ME | PIB | weights 8 to 2 modulo 11 | -1 | stdnum me.pib | medium |
            MK | ЕДБ | weights 7 to 2 twice modulo 11 | -1 | stdnum mk.edb | medium | The prefix MK may be written in Cyrillic.
            MT | VAT no. | weights 3 4 6 7 8 9 10 1 modulo 37 | -2+2 | stdnum mt.vat | high |
            MX | RFC |  |  | stdnum mx.rfc | high | A check character exists, but many numbers in use break its rule: the date is checked.
            MZ | NUIT | weights 8 9 4 5 6 7 8 9 modulo 11 | -1 | stdnum mz.nuit | medium |
            NL | btw-id | eleven test, or MOD 97-10 for sole traders since 2020 | 8 | stdnum nl.btw | high |
            NO | MVA | weights 3 2 7 6 5 4 3 2 modulo 11 | 8 | stdnum no.mva | high | The organisation number without MVA is not a VAT number.
            NZ | IRD no. | weights 3 2 7 6 5 4 3 2 modulo 11, else 7 4 3 2 5 2 7 6 | -1 | stdnum nz.ird | high |
            OM | VATIN |  |  | stdnum om.vat | medium | A check character exists, its rule is known in part only.
            PE | RUC | weights 5 4 3 2 7 6 5 4 3 2 modulo 11 | -1 | stdnum pe.ruc | high |
            PL | NIP | weights 6 5 7 2 3 4 5 6 7 modulo 11 | -1 | stdnum pl.nip | high |
            PT | NIF/NIPC | weights 9 to 2 modulo 11 | -1 | stdnum pt.nif | high |
            PY | RUC | weights from the right modulo 11 | -1 | stdnum py.ruc | medium |
            RO | CIF/CUI | weights 7 5 3 2 1 7 5 3 2 modulo 11 | -1 | stdnum ro.cf | high | 13 digits: a person's number.
            RS | PIB | ISO 7064 MOD 11,10 | -1 | stdnum rs.pib | high |
            RU | ИНН | weights modulo 11, for persons two digits |  | stdnum ru.inn | high |
            SA | VATIN |  |  | gobl regimes/sa | high |
            SE | Momsreg.nr | Luhn over 10 digits | 9 | stdnum se.vat | high |
            SG | GST reg. no./UEN | weights modulo 11 by the kind of UEN | -1 | stdnum sg.uen, gobl regimes/sg | medium | GST numbers that begin with M have no published check.
            SI | ID za DDV | weights 8 to 2 modulo 11 | -1 | stdnum si.ddv | high |
            SK | IČ DPH | the number modulo 11, or that of a birth number | -1 | stdnum sk.dph | high |
            SM | COE |  |  | stdnum sm.coe | low |
            SN | NINEA | weights 1 2 modulo 10 |  | stdnum sn.ninea | medium |
            SV | NIT | weights modulo 11, old and new | -1 | stdnum sv.nit | medium |
            TH | MOA / tax ID | weights 13 to 2 modulo 11 | -1 | stdnum th.moa | medium |
            TN | MF |  |  | stdnum tn.mf | medium | A control letter exists, its rule is not verified.
            TR | VKN | shifted digits times powers of 2 modulo 9 | -1 | stdnum tr.vkn | high |
            TW | 統一編號 | digit sums modulo 5 since April 2023 | -1 | stdnum tw.ubn | high |
            UA | ІПН |  |  | vatnode | low |
            UY | RUT | weights 4 3 2 9 8 7 6 5 4 3 2 modulo 11 | -1 | stdnum uy.rut | high |
            VE | RIF | weights 3 2 7 6 5 4 3 2 and the letter modulo 11 | -1 | stdnum ve.rif | high |
            VN | MST | weights 31 29 23 19 17 13 7 5 3 modulo 11 | 9 | stdnum vn.mst | high |
            XI | VAT no. (Northern Ireland) | as GB | 7+2 | vatnode; valvat README | medium | In VIES for goods only.
            XK | numri fiskal |  |  | vatnode | low |
            ZA | VAT no. |  |  | stdnum za.tin; taxexpense.com/southafrica (4220122222) | medium | A Luhn digit exists, but over another first digit for each kind: not checked.
            """;

    private static final Map<String, VatIdFacts> BY_TERRITORY = parse();

    /** What is known about the numbers of a territory that has a scheme. */
    static VatIdFacts of(String territory) {
        VatIdFacts facts = BY_TERRITORY.get(territory);
        if (facts == null) {
            throw new IllegalArgumentException("No facts about numbers of " + territory);
        }
        return facts;
    }

    /** All of them, by territory. */
    static Map<String, VatIdFacts> all() {
        return BY_TERRITORY;
    }

    private static Map<String, VatIdFacts> parse() {
        var facts = new TreeMap<String, VatIdFacts>();
        TABLE.lines().forEach(line -> {
            String[] cells = line.split("\\|", COLUMNS);
            facts.put(cells[0].strip(), row(cells));
        });
        return Collections.unmodifiableMap(facts);
    }

    private static VatIdFacts row(String[] cells) {
        String place = cells[3].strip();
        var checkDigits = new CheckDigits(cells[2].strip(), place.isEmpty() ? null : CheckDigits.Place.of(place));
        return new VatIdFacts(cells[1].strip(), checkDigits, cells[4].strip(), cells[5].strip(), cells[6].strip());
    }
}
