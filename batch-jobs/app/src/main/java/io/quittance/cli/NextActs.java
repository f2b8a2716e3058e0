package io.quittance.cli;

import io.quittance.document.store.Listing;
import io.quittance.document.store.Standing;
import io.quittance.finding.FindingCode;
import io.quittance.platform.configuration.Role;
import io.quittance.platform.configuration.User;
import io.quittance.platform.configuration.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can be done about a document as it stands, and who may. */
record NextActs(List<Act> acts) {

    /** @param who the users who have the role, joined by blanks */
    record Act(String command, String role, String who) {}

    static NextActs of(Standing document, Listing findings, Users users) {
        var next = new Gathering(document, findings, users);
        switch (document.state()) {
            case "NEW" -> next.add("quittance assess", Role.OPERATE);
            case "REJECTED" -> next.rejected();
            case "HELD" -> next.held();
            case "WITHDRAWN" -> next.withdrawn();
            case "ACCEPTED", "RETURNED" -> next.payable();
            case "IN_RUN" -> next.inRun();
            default -> next.nothing();
        }
        return new NextActs(List.copyOf(next.acts));
    }

    private static final class Gathering {
        private final List<Act> acts = new ArrayList<>();
        private final Standing document;
        private final Listing findings;
        private final Users users;

        Gathering(Standing document, Listing findings, Users users) {
            this.document = document;
            this.findings = findings;
            this.users = users;
        }

        void add(String command, Role role) {
            String who = users.users().stream()
                    .filter(user -> user.may(role))
                    .map(User::name)
                    .collect(Collectors.joining(" "));
            acts.add(new Act(command, role.name().toLowerCase(Locale.ROOT), who));
        }

        void nothing() {
            // paid: what is left to say, the bank says
        }

        void rejected() {
            add("quittance invoice resubmit " + name() + " CORRECTED-FILE", Role.OPERATE);
            if (!document.refused()) {
                add("quittance invoice resubmit " + name(), Role.OPERATE);
            }
        }

        /** Codes that hold it, once each; a warning among its findings holds nothing. */
        void held() {
            Set<String> holding = findings.objects().stream()
                    .filter(finding -> "HOLD".equals(finding.get("severity")))
                    .map(finding -> finding.getOrDefault("code", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            boolean byRules = !holding.isEmpty();
            String person = FindingCode.HELD_BY_PERSON.id();
            if (Objects.requireNonNullElse(document.codes(), "").contains(person)) {
                holding.add(person);
            }
            holding.stream()
                    .filter(code -> FindingCode.ofId(code).notLiftedBecause().isEmpty())
                    .forEach(code -> add(
                            "quittance invoice lift " + name() + " --code " + code + " --reason TEXT", Role.OPERATE));
            if (byRules) {
                add("quittance invoice resubmit " + name(), Role.OPERATE);
                add("quittance invoice withdraw " + name() + " --reason TEXT", Role.OPERATE);
            }
        }

        void withdrawn() {
            add("quittance invoice resubmit " + name() + " CORRECTED-FILE", Role.OPERATE);
        }

        void payable() {
            add("quittance invoice hold " + name() + " --reason TEXT", Role.OPERATE);
            add("quittance run propose --entity " + document.entity(), Role.PROPOSE);
        }

        void inRun() {
            String run = Objects.requireNonNullElse(document.run(), "");
            add("quittance run show " + run, Role.APPROVE);
            if (List.of("PROPOSING", "PROPOSED", "APPROVED").contains(document.runState())) {
                add("quittance run cancel " + run, Role.PROPOSE);
            }
        }

        private String name() {
            return document.reference();
        }
    }
}
