package io.quittance.payment.job;

import io.quittance.payment.pain001.BrokenRuleException;
import io.quittance.payment.store.PaymentFiles;
import io.quittance.payment.store.PaymentFiles.BatchRow;
import io.quittance.payment.store.PaymentFiles.FileRow;
import io.quittance.platform.workspace.Publication;
import io.quittance.platform.workspace.PublishedFile;
import io.quittance.stage.Broken;
import io.quittance.stage.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** The folder in which files of a run are rendered and proven. No bank fetches from there. */
@Component
public class Staging {

    private final Session session;
    private final PaymentFiles files;
    private final FileRendering rendering;

    public Staging(Session session, PaymentFiles files, FileRendering rendering) {
        this.session = session;
        this.files = files;
        this.rendering = rendering;
    }

    /** Where a file of a run is staged. */
    Path place(String run, String name) {
        return session.workspace().staging().resolve(run).resolve(name);
    }

    Path place(FileRow file) {
        return place(file.run(), file.name());
    }

    /** Renders a file, unless it stands there already; its bytes are those that were signed. Call it in a transaction. */
    void stage(RunContext context, FileRow file) {
        List<BatchRow> batches = files.batches(file.messageId());
        try {
            PublishedFile published =
                    Publication.publish(place(file), out -> rendering.render(context, file, batches, out));
            if (!published.sha256().equals(file.sha256())) {
                throw new Broken(file.name() + " renders to other bytes than were signed: " + published.sha256()
                        + " instead of " + file.sha256());
            }
        } catch (BrokenRuleException rule) {
            throw new Broken(file.name() + " is not what was signed: " + rule.getMessage());
        }
    }

    /** What was staged for a run that does not leave must not lie about. */
    void clear(String run) {
        files.files(run).stream().map(this::place).filter(Files::exists).forEach(Publication::delete);
    }
}
