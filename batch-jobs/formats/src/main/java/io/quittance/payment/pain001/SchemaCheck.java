package io.quittance.payment.pain001;

import io.quittance.xml.SecureXml;
import io.quittance.xml.XmlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Checks a file against the ISO 20022 schema, in one pass. Proves little alone: it takes a wrong
 * control sum, a wrong IBAN and an unstructured address. Messages name line, column and rule; what stood in the file is left out, for it may be a name or an account.
 */
public final class SchemaCheck {

    private static final int MOST = 20;

    /** Quoted content in the parser's messages: {@code Value 'x' is not …}, {@code The value 'x' of element …}. */
    private static final Pattern CONTENT = Pattern.compile("([Vv]alue) '.*?' (?=is |with |of )", Pattern.DOTALL);

    private static final Schema PAIN_001 = schema("pain.001.001.09.xsd");
    private static final Schema PAIN_002 = schema("pain.002.001.10.xsd");

    private SchemaCheck() {}

    /** What the schema of pain.001.001.09 has against a file: the first twenty complaints, none when it is valid. */
    public static List<String> pain001(InputStream file) throws IOException {
        return check(PAIN_001, file);
    }

    /** The same for a status report, pain.002.001.10. */
    public static List<String> pain002(InputStream file) throws IOException {
        return check(PAIN_002, file);
    }

    static List<String> check(Schema schema, InputStream file) throws IOException {
        Complaints complaints = new Complaints();
        try {
            Validator validator = schema.newValidator();
            validator.setErrorHandler(complaints);
            validator.validate(new StAXSource(SecureXml.reader(file, XmlLimits.BANK_FILE)));
        } catch (SAXParseException fatal) {
            complaints.add(fatal);
        } catch (SAXException | XMLStreamException ended) {
            complaints.all.add(String.valueOf(ended.getMessage()));
        }
        return List.copyOf(complaints.all);
    }

    private static Schema schema(String name) {
        String resource = "/META-INF/iso20022/" + name;
        return SecureXml.schema(Objects.requireNonNull(
                SchemaCheck.class.getResource(resource), resource + " is not on the class path: the build unpacks it"));
    }

    private static final class Complaints implements ErrorHandler {
        private final List<String> all = new ArrayList<>();

        @Override
        public void warning(SAXParseException complaint) throws SAXException {
            error(complaint);
        }

        void add(SAXParseException complaint) {
            String text =
                    CONTENT.matcher(String.valueOf(complaint.getMessage())).replaceAll("$1 (left out) ");
            all.add("line " + complaint.getLineNumber() + ", column " + complaint.getColumnNumber() + ": " + text);
        }

        @Override
        public void error(SAXParseException complaint) throws SAXException {
            add(complaint);
            if (all.size() == MOST) {
                throw new SAXException("and more: stopped after " + MOST + " complaints");
            }
        }

        @Override
        public void fatalError(SAXParseException complaint) throws SAXException {
            throw complaint;
        }
    }
}
