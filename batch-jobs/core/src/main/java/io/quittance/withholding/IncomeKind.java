package io.quittance.withholding;

import io.quittance.party.Contract.ServiceKind;
import org.jspecify.annotations.Nullable;

/** What a fee is paid for, as far as withholding depends on it. Said of the contract, else it follows from its service. */
public enum IncomeKind {
    /** Professional, consultancy and management fees: the general case of a contractor. */
    PROFESSIONAL,
    /** Technical services where the law tells them from professional ones (India s. 194J, Indonesia art. 23). */
    TECHNICAL,
    /** Work under a contract for carrying out a task (India s. 194C, Kenya contractual fees). */
    CONTRACT_WORK,
    /** Building and construction (GB CIS, IE RCT, DE s. 48 EStG). */
    CONSTRUCTION,
    /** Artists, entertainers and athletes. */
    PERFORMANCE,
    /** Services that none of the others names. */
    OTHER;

    /**
     * What a fee is paid for where nobody said so: it follows from the service.
     *
     * @param service of the contract; null without one
     */
    public static IncomeKind of(@Nullable ServiceKind service) {
        return switch (service) {
            case CONSTRUCTION -> CONSTRUCTION;
            case LAND, ADMISSION -> OTHER;
            case GENERAL, DIGITAL, LEGAL -> PROFESSIONAL;
            case null -> PROFESSIONAL;
        };
    }
}
