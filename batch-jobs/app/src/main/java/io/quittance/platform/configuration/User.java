package io.quittance.platform.configuration;

import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A person who works with Quittance.
 *
 * @param name what {@code --as} takes and the audit trail keeps
 * @param display how reports write it
 * @param osLogin the account of the operating system that is this person, null when there is none
 * @param approvalLimit the most that this person may approve in one run, null for no limit
 */
public record User(
        String name,
        String display,
        @Nullable String osLogin,
        Set<Role> roles,
        @Nullable Money approvalLimit) {

    public User {
        roles = Set.copyOf(roles);
    }

    public boolean may(Role role) {
        return roles.contains(role);
    }
}
