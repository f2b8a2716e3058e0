package io.quittance.withholding;

/** What a fee is paid for, as far as withholding depends on it. Said by the contract; without that it is a professional fee. */
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
    OTHER
}
