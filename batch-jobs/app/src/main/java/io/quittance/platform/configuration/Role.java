package io.quittance.platform.configuration;

/** What a person may do. Nobody may do two things about one run that four-eyes keeps apart, whatever roles he has. */
public enum Role {
    /** Start jobs, hold and lift invoices, recover. */
    OPERATE,
    /** Propose and cancel payment runs. */
    PROPOSE,
    /** Approve runs that others proposed. */
    APPROVE,
    /** Let an approved run's files go. */
    RELEASE,
    /** Verify bank details of contractors. */
    VERIFY
}
