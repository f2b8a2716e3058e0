package io.quittance.tax.table;

import io.quittance.party.Contract.ServiceKind;
import io.quittance.table.Row;
import io.quittance.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What people call services, and which kind each is for the place of supply: {@code service-names.csv}. Immutable. */
public final class ServiceNames {

    private static final List<String> COLUMNS = List.of("name", "service", "basis", "source", "confidence");

    private final SequencedMap<String, ServiceKind> kinds;

    private ServiceNames(SequencedMap<String, ServiceKind> kinds) {
        this.kinds = kinds;
    }

    /** The names in the folder {@code config/tax}. A cell that is not as it must be is a {@link io.quittance.table.TableError}. */
    public static ServiceNames read(Path folder) throws IOException {
        var kinds = new TreeMap<String, ServiceKind>();
        for (Row row : Table.read(folder.resolve("service-names.csv"), COLUMNS).rows()) {
            if (kinds.put(spelt(row.text("name")), row.oneOf(ServiceKind.class, "service")) != null) {
                throw row.wrong("name", "the name is there twice");
            }
        }
        return new ServiceNames(kinds);
    }

    /** The kind of service that somebody means, however it is spelt; the name of a kind means itself. */
    public Optional<ServiceKind> find(String name) {
        String wanted = spelt(name);
        for (ServiceKind kind : ServiceKind.values()) {
            if (spelt(kind.name()).equals(wanted)) {
                return Optional.of(kind);
            }
        }
        return Optional.ofNullable(kinds.get(wanted));
    }

    /** The names of each kind, for messages: {@code admission (conference, fair); land (...)}. */
    public String known() {
        Map<ServiceKind, List<String>> names = new TreeMap<>(kinds.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList()))));
        return names.entrySet().stream()
                .map(kind -> spelt(kind.getKey().name()) + " (" + String.join(", ", kind.getValue()) + ")")
                .collect(Collectors.joining("; "));
    }

    private static String spelt(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }
}
