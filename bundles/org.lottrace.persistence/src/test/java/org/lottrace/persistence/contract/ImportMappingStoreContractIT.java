package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.intake.DecimalStyle;
import org.lottrace.api.intake.FieldSource;
import org.lottrace.api.intake.FieldSource.Translation;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.intake.ImportSubject;

/** Field mappings, on both databases. */
class ImportMappingStoreContractIT extends StoreContract {
    @Test
    void keeps_a_mapping_as_it_is_with_every_source_and_word_in_its_order() {
        ImportMapping mapping = mapping("old ERP", DecimalStyle.COMMA_GROUPED, "dd.MM.yyyy");
        db.importMappings().save(mapping);

        assertEquals(Optional.of(mapping), db.importMappings().find("old ERP"));
        assertEquals(Optional.empty(), db.importMappings().find("OLD ERP"));
    }

    @Test
    void a_mapping_of_the_same_name_takes_the_place_of_the_one_before() {
        db.importMappings().save(mapping("old ERP", DecimalStyle.COMMA, ""));
        ImportMapping shorter = new ImportMapping(
                "old ERP", ImportSubject.PARTIES, DecimalStyle.POINT, "", List.of(FieldSource.column("id", "No")));
        db.importMappings().save(shorter);

        assertEquals(List.of(shorter), db.importMappings().list(Optional.empty(), 10));
    }

    @Test
    void lists_by_name_a_page_at_a_time() {
        ImportMapping a = mapping("a", DecimalStyle.POINT, "");
        ImportMapping b = mapping("B", DecimalStyle.POINT, "");
        ImportMapping c = mapping("c", DecimalStyle.POINT, "");
        List.of(c, a, b).forEach(db.importMappings()::save);

        assertEquals(List.of(b, a), db.importMappings().list(Optional.empty(), 2));
        assertEquals(List.of(c), db.importMappings().list(Optional.of("a"), 2));
    }

    @Test
    void what_is_deleted_is_gone_once() {
        db.importMappings().save(mapping("a", DecimalStyle.POINT, ""));

        assertTrue(db.importMappings().delete("a"));
        assertFalse(db.importMappings().delete("a"));
        assertEquals(List.of(), db.importMappings().list(Optional.empty(), 2));
        assertEquals(List.of("0"), db.texts("select count(*) from import_mapping_word"));
    }

    private static ImportMapping mapping(String name, DecimalStyle decimals, String dates) {
        return new ImportMapping(
                name,
                ImportSubject.ITEMS,
                decimals,
                dates,
                List.of(
                        FieldSource.column("number", "No"),
                        new FieldSource(
                                "baseUnit",
                                Optional.of("ME"),
                                Optional.empty(),
                                List.of(new Translation("St", "C62"), new Translation("", "KGM"))),
                        FieldSource.fixed("type", "RAW_MATERIAL"),
                        FieldSource.fixed("gtin", "")));
    }
}
