package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.edi.asn856.internal.PartnerFolder.SsccLevel;
import org.lottrace.edi.x12.testing.X12;

class PartnerFolderTest {
    @TempDir
    Path mappings;

    private PartnerFolder folder;
    private Path binding;
    private String standard;
    private SetLevels sample;

    @BeforeEach
    void a_partner_with_the_standard_binding() throws IOException {
        standard = Files.readString(X12.MAPPINGS.resolve("partners/standard/856.oxm.xml"));
        sample = SetLevels.of(X12.read(Files.readAllBytes(X12.MAPPINGS.resolve("samples/sopi.edi")))
                .get(0)
                .segments());
        binding = mappings.resolve("partners/mill/856.oxm.xml");
        Files.createDirectories(binding.getParent());
        Files.writeString(binding, standard);
        folder = new PartnerFolder(mappings);
    }

    @Test
    void a_changed_binding_is_read_again() throws IOException {
        assertEquals("ACME-1001", folder.binding("mill").read(sample).number);

        change(standard.replace("e:BSN02", "e:other")
                .replace("e:BSN03", "e:BSN02")
                .replace("e:other", "e:BSN03"));

        assertEquals("20260302", folder.binding("mill").read(sample).number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<xml-bindings", "java-attribute=\"nonsense\"", "name=\"Unknown\""})
    void a_broken_binding_is_named_and_works_again_when_it_is_repaired(String breakage) throws IOException {
        change(
                switch (breakage.charAt(0)) {
                    case '<' -> standard.replace("<xml-bindings", "<<xml-bindings");
                    case 'j' -> standard.replace("java-attribute=\"number\"", breakage);
                    default -> standard.replace("java-type name=\"Order\"", "java-type " + breakage);
                });

        BindingBrokenException broken = assertThrows(
                BindingBrokenException.class, () -> folder.binding("mill").read(sample));
        assertTrue(broken.getMessage().contains("mill/856.oxm.xml"), broken.getMessage());

        change(standard);
        assertEquals("ACME-1001", folder.binding("mill").read(sample).number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "../mill", "", "a/b"})
    void a_mapping_without_a_binding_is_said(String mapping) {
        BindingBrokenException broken = assertThrows(BindingBrokenException.class, () -> folder.binding(mapping));

        assertTrue(broken.getMessage().contains("partner's profile"), broken.getMessage());
    }

    @Test
    void the_sscc_goes_to_the_pack_unless_the_partner_wants_it_at_the_tare() throws IOException {
        assertEquals(SsccLevel.PACK, folder.ssccLevel("mill"));

        Files.writeString(binding.resolveSibling("856.properties"), "sscc.level = TARE\n");

        assertEquals(SsccLevel.TARE, folder.ssccLevel("mill"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hierarchy = S-I",
                "hierarchy = S-O-P-I\nsscc.level = TARE",
                "parties = SF XX",
                "tlc.source = SOURCE",
                "gtin.written = 13",
                "item.written = SKU",
                "changes = MAYBE"
            })
    void what_we_cannot_write_is_refused_by_name(String lines) throws IOException {
        Files.writeString(binding.resolveSibling("856.properties"), lines + "\n");

        BindingBrokenException refused = assertThrows(BindingBrokenException.class, () -> folder.switches("mill"));

        assertTrue(refused.getMessage().contains(lines.split(" ")[0]), refused.getMessage());
    }

    private void change(String content) throws IOException {
        FileTime before = Files.getLastModifiedTime(binding);
        Files.writeString(binding, content);
        Files.setLastModifiedTime(binding, FileTime.fromMillis(before.toMillis() + 2000));
    }
}
