package io.quittance.reconciliation.job;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.reconciliation.bankfile.BankFileReading;
import io.quittance.reconciliation.store.BankMessages.Message;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Hands out the messages of a work set, one after another; its position is how many it handed out. */
final class MessageReader implements ItemStreamReader<MessageReader.Opened> {

    private static final String POSITION = "messages";

    private final List<Message> messages;
    private final Map<String, DeliveredFile> files;
    private int next;
    private @Nullable Opened last;

    /** A message, its file, and what was read there. */
    record Opened(Message message, DeliveredFile file, BankFileReading reading) {}

    /** @param files from the archive: those that the messages stand in */
    MessageReader(List<Message> messages, List<DeliveredFile> files) {
        this.messages = messages;
        this.files = files.stream().collect(Collectors.toMap(DeliveredFile::sha256, Function.identity()));
    }

    @Override
    public void open(ExecutionContext context) {
        next = context.getInt(POSITION, 0);
    }

    @Override
    public @Nullable Opened read() {
        if (next >= messages.size()) {
            return null;
        }
        last = opened(messages.get(next++));
        return last;
    }

    /** Most messages stand in the file of the one before: it is read once. */
    private Opened opened(Message message) {
        Opened before = last;
        if (before != null && before.message().file().equals(message.file())) {
            return new Opened(message, before.file(), before.reading());
        }
        DeliveredFile file =
                Objects.requireNonNull(files.get(message.file()), "a message stands in a file of its work set");
        return new Opened(message, file, BankMail.open(file));
    }

    @Override
    public void update(ExecutionContext context) {
        context.putInt(POSITION, next);
    }
}
