package io.quittance.tax;

import java.io.Serial;
import java.util.List;

/** Two rows of a table cannot both be there: they have one id, or say something of the same case on the same day. */
public final class RowsContradict extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> ids;

    RowsContradict(String message, String one, String other) {
        super(message);
        this.ids = List.of(one, other);
    }

    /** Of both rows; twice the same where two rows have one id. */
    public List<String> ids() {
        return ids;
    }
}
