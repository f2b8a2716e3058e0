package io.quittance.invoice.ksef;

import io.quittance.invoice.xml.Vocabulary;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;

/** The versions of the schema that are read; each has a namespace of its own. */
enum KsefVersion {
    /** In force from 2023-09-01 to 2026-01-31. */
    FA2("http://crd.gov.pl/wzor/2023/06/29/12648/"),
    /** In force from 2026-02-01. */
    FA3("http://crd.gov.pl/wzor/2025/06/25/13775/");

    private final String namespace;

    KsefVersion(String namespace) {
        this.namespace = namespace;
    }

    static Optional<KsefVersion> of(QName root) {
        for (KsefVersion version : values()) {
            if (root.equals(new QName(version.namespace, "Faktura"))) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    Vocabulary vocabulary() {
        return new Vocabulary(Map.of(namespace, ""), Set.of("Zalacznik"), Set.of("FaWiersz"), Set.of());
    }
}
