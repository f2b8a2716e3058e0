package io.quittance.invoice.json;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Stated;
import io.quittance.json.JsonValue;
import java.util.Map;

/**
 * One document of a JSON file.
 *
 * @param position in the file, from 1
 * @param pointer to it (RFC 6901): empty for the root, {@code /0} for the first element
 */
public record JsonDocument(int position, String pointer, JsonValue value) {

    /** Where it begins. */
    public Place place(String file) {
        return new Place(file, value.line(), pointer.isEmpty() ? null : pointer);
    }

    /** Its members; none when it is no object, which is noted. */
    public JsonFields fields(String file, FieldReader fields) {
        if (value instanceof JsonValue.Members members) {
            return new JsonFields(file, fields, pointer, members);
        }
        String message = "the document is not an object";
        fields.add(Finding.of(FindingCode.ROW_MALFORMED, place(file), null, "an object with the invoice", message));
        return new JsonFields(file, fields, pointer, new JsonValue.Members(Map.of(), value.line()));
    }

    /** The document refused for these reasons. */
    public ReadDocument refused(DeliveredFile file, Findings findings, Stated stated) {
        return new ReadDocument.Refused(position, place(file.name()), findings, stated);
    }
}
