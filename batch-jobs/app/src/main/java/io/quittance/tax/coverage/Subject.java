package io.quittance.tax.coverage;

import io.quittance.party.Contract.ServiceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is supplied.
 *
 * @param atSupplier whether the land lies or the event is held where the supplier is; else where the payer is
 */
record Subject(ServiceKind service, boolean atSupplier) {

    /** A service under the general rule. */
    static final Subject GENERAL = new Subject(ServiceKind.GENERAL, false);

    /** All kinds; those that are taxed where the land is, at both ends. */
    static final List<Subject> ALL = Arrays.stream(ServiceKind.values())
            .flatMap(kind -> kind.followsTheCustomer()
                    ? Stream.of(new Subject(kind, false))
                    : Stream.of(new Subject(kind, false), new Subject(kind, true)))
            .toList();

    /** Several of them: {@code general, legal; land here}. */
    static String written(List<Subject> subjects) {
        if (subjects.size() == ALL.size()) {
            return "every service";
        }
        return Stream.of(
                        named(subjects, subject -> subject.service.followsTheCustomer(), ""),
                        named(
                                subjects,
                                subject -> !subject.service.followsTheCustomer() && !subject.atSupplier,
                                " here"),
                        named(subjects, Subject::atSupplier, " there"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String named(List<Subject> subjects, Predicate<Subject> wanted, String where) {
        String names = subjects.stream()
                .filter(wanted)
                .map(subject -> subject.service.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : names + where;
    }
}
