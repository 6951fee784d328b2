package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that a program sends to be imported. */
class ImportsIT {
    private static final String ITEMS =
            "number;description;type;baseUnit;size\nSUGAR;Würfelzucker;RAW_MATERIAL;KGM;5\n";

    private RestCompany company;

    @BeforeEach
    void start() {
        company = new RestCompany();
    }

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void a_file_is_checked_then_imported_and_the_second_time_nothing_is_written() {
        JsonNode report = RestCompany.json(send("/v1/imports/ITEMS/check", "text/csv", ITEMS));
        assertEquals(1, report.get("added").asInt());
        assertEquals("size", report.get("unusedColumns").get(0).asText());
        assertEquals(404, company.get("/v1/items/SUGAR").statusCode());

        assertEquals(200, send("/v1/imports/ITEMS", "text/csv", ITEMS).statusCode());

        assertEquals(
                "Würfelzucker",
                RestCompany.json(company.get("/v1/items/SUGAR"))
                        .get("description")
                        .asText());
        JsonNode again = RestCompany.json(send("/v1/imports/ITEMS", "text/csv", ITEMS));
        assertEquals(0, again.get("added").asInt());
        assertEquals(1, again.get("unchanged").asInt());
    }

    @Test
    void a_batch_of_json_has_the_same_fields_nested_or_not() {
        String orders = """
                [{"number": "PO-1", "supplier": "MILL", "site": "BER", "lines": [
                   {"number": 10, "item": "FLOUR", "quantity": {"amount": 40, "unit": "BG"},
                    "price": {"amount": 0.80, "currency": "EUR", "per": "KGM"}},
                   {"number": 20, "item": "SALT", "quantity": {"amount": "100.5", "unit": "KGM"},
                    "price": {"amount": "0.35", "currency": "EUR", "per": "KGM"}}]},
                 {"number": "PO-2", "supplier": "MILL", "site": "BER", "lines.number": 1, "lines.item": "SALT",
                  "lines.quantity.amount": 1, "lines.quantity.unit": "KGM", "lines.price.amount": 0.35,
                  "lines.price.currency": "EUR", "lines.price.per": "KGM"}]""";

        HttpResponse<String> done = send("/v1/imports/PURCHASE_ORDERS", "application/json", orders);

        assertEquals(200, done.statusCode(), done.body());
        assertEquals(
                "100.5:KGM",
                RestCompany.json(company.get("/v1/purchase-order?number=PO-1"))
                        .at("/lines/1/quantity")
                        .asText());
        assertEquals(200, company.get("/v1/purchase-order?number=PO-2").statusCode());
    }

    @Test
    void every_problem_is_told_with_its_row_and_column() {
        HttpResponse<String> refused = send(
                "/v1/imports/ITEMS",
                "text/csv",
                "number,description,type,baseUnit\nA B,x,RAW_MATERIAL,KGM\nB1,,SOMETHING,KGM\n");

        assertEquals(422, refused.statusCode(), refused.body());
        assertEquals(
                "[VALUE_WRONG line 2 / column number, VALUE_MISSING line 3 / column description,"
                        + " VALUE_WRONG line 3 / column type]",
                RestCompany.problems(refused).toString());
    }

    @Test
    void a_mapping_is_kept_refused_with_all_its_problems_and_used() {
        String mapping = """
                {"name": "%s", "subject": "ITEMS", "decimals": "COMMA", "dateFormat": "%s", "sources": [
                  {"field": "number", "column": "Artikel", "translations": []},
                  {"field": "description", "column": "Bezeichnung"},
                  {"field": "type", "value": "%s"},
                  {"field": "baseUnit", "column": "ME", "translations": [{"from": "St", "to": "C62"}]}%s]}""";
        assertEquals(
                "[DATE_FORMAT_INVALID /dateFormat, VALUE_WRONG /sources/2/value, FIELD_UNKNOWN /sources/4/field,"
                        + " FIELD_REPEATED /sources/5/field, SOURCE_UNCLEAR /sources/5]",
                RestCompany.problems(company.send(
                                "PUT",
                                "/v1/import-mappings/alt",
                                mapping.formatted(
                                        "alt",
                                        "dd.MM.",
                                        "NONE",
                                        ", {\"field\": \"colour\", \"value\": \"red\"}, {\"field\": \"type\"}")))
                        .toString());
        HttpResponse<String> kept =
                company.send("PUT", "/v1/import-mappings/alt", mapping.formatted("alt", "dd.MM.yyyy", "PACKAGING", ""));
        assertEquals(204, kept.statusCode(), kept.body());
        assertTrue(company.get("/v1/import-mappings").body().contains("\"alt\""));

        HttpResponse<String> done = company.send(company.request("/v1/imports/ITEMS?mapping=alt&encoding=windows-1252")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray("Artikel\tBezeichnung\tME\nTÜTE\tTüte\tSt\nBAG\tTüte\tSt\n"
                        .getBytes(Charset.forName("windows-1252")))));

        assertEquals(
                "[VALUE_WRONG line 2 / column Artikel]",
                RestCompany.problems(done).toString());
        assertEquals(204, company.send("DELETE", "/v1/import-mappings/alt", "").statusCode());
        assertEquals(404, company.send("DELETE", "/v1/import-mappings/alt", "").statusCode());
        assertEquals(
                "[MAPPING_UNKNOWN]",
                RestCompany.problems(send("/v1/imports/ITEMS?mapping=alt", "text/csv", ITEMS))
                        .toString());
    }

    @Test
    void a_look_at_a_file_guesses_what_its_headings_mean() {
        JsonNode look = RestCompany.json(send(
                "/v1/imports/PARTIES/propose",
                "text/csv",
                "Kundennummer;Name;PLZ;Ort;Land;Rolle\n4711;Markt;10115;Berlin;DE;CUSTOMER\n"));

        assertEquals(6, look.get("headings").size());
        StringBuilder guessed = new StringBuilder();
        look.at("/mapping/sources")
                .forEach(source -> guessed.append(source.get("field").asText())
                        .append('=')
                        .append(source.get("column").asText())
                        .append(' '));
        assertEquals(
                "id=Kundennummer name=Name roles=Rolle address.city=Ort address.postalCode=PLZ address.country=Land ",
                guessed.toString());
    }

    @Test
    void the_encoding_may_stand_in_the_content_type() {
        byte[] old = ITEMS.getBytes(Charset.forName("windows-1252"));

        assertEquals(200, send("text/csv; charset=windows-1252", old).statusCode());
        assertEquals(
                "[FILE_NOT_READABLE line 2]",
                RestCompany.problems(send("text/csv", old)).toString());
        assertEquals(400, send("text/csv; charset=utf-16", old).statusCode());
    }

    private HttpResponse<String> send(String type, byte[] body) {
        return company.send(company.request("/v1/imports/ITEMS")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    @Test
    void a_body_of_another_type_is_no_file() {
        assertEquals(415, send("/v1/imports/ITEMS/check", "text/plain", ITEMS).statusCode());
    }

    private HttpResponse<String> send(String path, String type, String body) {
        return company.send(company.request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }
}
