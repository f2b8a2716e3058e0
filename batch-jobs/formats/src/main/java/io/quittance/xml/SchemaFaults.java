package io.quittance.xml;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.text.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Collects what a schema objects to, so that all of it is told at once. */
final class SchemaFaults implements ErrorHandler {

    private static final int MOST = 100;

    private final String file;
    private final List<Finding> found = new ArrayList<>();

    SchemaFaults(String file) {
        this.file = file;
    }

    void add(Finding finding) {
        if (found.size() < MOST) {
            found.add(finding);
        }
    }

    Findings found() {
        return new Findings(found);
    }

    @Override
    public void warning(SAXParseException e) {
        // A warning is no fault of the document: the schemas that we use raise none.
    }

    @Override
    public void error(SAXParseException e) {
        long line = Math.max(0, e.getLineNumber());
        long column = Math.max(0, e.getColumnNumber());
        add(new UnreadableException(
                        FindingCode.FILE_UNREADABLE,
                        line,
                        column,
                        "what the schema allows",
                        String.valueOf(e.getMessage()))
                .finding(file));
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }
}
