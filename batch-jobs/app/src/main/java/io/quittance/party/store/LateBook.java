package io.quittance.party.store;

import io.quittance.party.RegistryAnswer;
import io.quittance.party.RegistryBook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A book that is read when somebody first looks into it, once, by whichever thread that is. */
final class LateBook implements RegistryBook {

    private final Supplier<RegistryBook> reading;
    private @Nullable RegistryBook read;

    LateBook(Supplier<RegistryBook> reading) {
        this.reading = reading;
    }

    @Override
    public List<RegistryAnswer> about(String number) {
        return read().about(number);
    }

    @Override
    public Optional<Instant> silentSince(String number) {
        return read().silentSince(number);
    }

    private synchronized RegistryBook read() {
        RegistryBook book = read;
        if (book == null) {
            book = reading.get();
            read = book;
        }
        return book;
    }
}
