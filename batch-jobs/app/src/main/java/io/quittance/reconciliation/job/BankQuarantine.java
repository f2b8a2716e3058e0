package io.quittance.reconciliation.job;

import io.quittance.delivery.Deliveries;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.reconciliation.store.BankMessages;
import io.quittance.reconciliation.store.BankMessages.Message;
import io.quittance.stage.QuarantineFolder;
import io.quittance.stage.QuarantineFolder.Refused;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lays out the bank's files of which a message was refused, as they came, with the reasons beside them. */
@Component
public class BankQuarantine {

    private final BankMessages messages;
    private final Deliveries deliveries;
    private final QuarantineFolder folder;

    public BankQuarantine(BankMessages messages, Deliveries deliveries, QuarantineFolder folder) {
        this.messages = messages;
        this.deliveries = deliveries;
        this.folder = folder;
    }

    /** Lays out what this work set refused. */
    void layOut(String workSet) {
        messages.refusedBy(workSet).stream()
                .collect(Collectors.groupingBy(Message::file, LinkedHashMap::new, Collectors.toList()))
                .forEach((file, refused) -> {
                    folder.whole(workSet, deliveries.archivedFile(Kind.BANK, file));
                    folder.reasons(
                            workSet,
                            file,
                            refused.stream().map(BankQuarantine::refused).toList());
                });
    }

    private static Refused refused(Message message) {
        return new Refused(message.number(), message.subject(), message.attempt(), null, 0);
    }
}
