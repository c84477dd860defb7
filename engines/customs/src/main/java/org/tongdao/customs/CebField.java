package org.tongdao.customs;

/**
 * One element of a message as the official schema and the official specification know it; the two do not always agree (17 fields).
 *
 * @param name element name, e.g. {@code logisticsNo}
 * @param labelZh what the specification calls it
 * @param schema the shape in the XSD
 * @param specification the shape in the specification; the same when it says nothing else
 * @param inSchema must be present by the XSD
 * @param inSpecification must be filled by the specification
 * @param codeList name of the code list it takes its values from, or empty
 * @param meaning in English
 */
public record CebField(
        String name,
        String labelZh,
        CebFormat schema,
        CebFormat specification,
        boolean inSchema,
        boolean inSpecification,
        String codeList,
        String meaning) {

    static CebField of(CsvTable.Row row) {
        var schema = CebFormat.parse(row.get("xsd_format"));
        var spec = row.get("spec_format");
        boolean known = !spec.isEmpty() && !spec.equals("C..");
        boolean inSchema = row.get("xsd_min").equals("1");
        return new CebField(
                row.get("element"),
                row.get("zh_label"),
                schema,
                known ? CebFormat.parse(spec) : schema,
                inSchema,
                row.get("spec_mandatory").isEmpty()
                        ? inSchema
                        : row.get("spec_mandatory").equals("M"),
                row.get("code_list"),
                row.get("meaning"));
    }

    /** Whether schema and specification ask for the same presence and shape. */
    public boolean agrees() {
        return inSchema == inSpecification && schema.equals(specification);
    }
}
