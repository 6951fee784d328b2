package org.lottrace.journal.push.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mapping may do, and what none may. */
class MappingTest {
    private static final byte[] ENTRY =
            "<journalEntry xmlns='urn:lottrace:accounting:1'><key>ERP-1</key></journalEntry>"
                    .getBytes(StandardCharsets.UTF_8);
    private static final Duration LIMIT = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    @Test
    void without_one_the_entry_is_sent_as_it_is_in_an_envelope() throws IOException {
        String request = new String(Mapping.of(Optional.empty(), LIMIT).request(ENTRY), StandardCharsets.UTF_8);

        assertTrue(request.contains("<soap:Body><journalEntry xmlns=\"urn:lottrace:accounting:1\""), request);
        assertTrue(request.contains("<key>ERP-1</key>"), request);
    }

    @Test
    void it_says_the_words_of_the_other_side() throws IOException {
        assertEquals(
                "<post ref=\"ERP-1\"/>",
                mapped("<xsl:output omit-xml-declaration='yes'/><xsl:template match='/'>"
                        + "<post ref='{//*[local-name()=\"key\"]}'/></xsl:template>"));
    }

    /** Files of the server, addresses, Java and other files to write to. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:template match='/'><x><xsl:copy-of select=\"document('FILE')\"/></x></xsl:template>",
                "<xsl:template match='/'><x><xsl:copy-of select=\"document('http://127.0.0.1:9/')\"/></x></xsl:template>",
                "<xsl:include href='FILE'/>",
                "<xsl:import href='FILE'/>",
                "<xsl:template match='/'><x xmlns:r='http://xml.apache.org/xalan/java/java.lang.Runtime'>"
                        + "<xsl:value-of select='r:getRuntime()'/></x></xsl:template>",
                "<xsl:template match='/'><x xmlns:s='http://xml.apache.org/xalan/java/java.lang.System'>"
                        + "<xsl:value-of select=\"s:getProperty('user.home')\"/></x></xsl:template>",
                "<xsl:template match='/'><r:write xmlns:r='http://xml.apache.org/xalan/redirect' file='WRITTEN'"
                        + " xsl:extension-element-prefixes='r'>x</r:write></xsl:template>",
                "<xsl:template match='/'><x:output xmlns:x='http://xml.apache.org/xalan/xsltc' file='WRITTEN'"
                        + " xsl:extension-element-prefixes='x'>x</x:output></xsl:template>",
                "<xsl:template match='/'><xsl:result-document href='WRITTEN'>x</xsl:result-document></xsl:template>",
                "<xsl:template match='/'><x><xsl:copy-of select=\"document(concat('FILE', ''))\"/></x></xsl:template>"
            })
    void it_reads_and_runs_nothing_else(String body) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.xml"), "<secret>hush</secret>");
        Path written = folder.resolve("written");
        String said;
        try {
            said = mapped(body.replace("FILE", secret.toUri().toString()).replace("WRITTEN", written.toString()));
        } catch (IOException refused) {
            said = refused.getMessage();
        }

        assertFalse(said.contains("hush") || said.contains(System.getProperty("user.home")), said);
        assertFalse(said.contains("java.lang.Runtime@"), said);
        assertFalse(Files.exists(written));
    }

    @Test
    void an_entity_from_outside_is_refused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "hush");
        Path file = Files.writeString(
                folder.resolve("entity.xsl"),
                "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><xsl:stylesheet version='1.0'"
                        + " xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:template match='/'><x>&e;</x>"
                        + "</xsl:template></xsl:stylesheet>");

        assertThrows(IOException.class, () -> Mapping.of(Optional.of(file), LIMIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<xsl:template match='['/>", "<xsl:nothing/>", "<x", ""})
    void what_is_none_or_says_nothing_is_told(String body) {
        IOException told = assertThrows(
                IOException.class,
                () -> mapped(body.isEmpty() ? "<xsl:template match='/'/><xsl:output method='text'/>" : body));

        assertTrue(told.getMessage().startsWith("the mapping "), told.getMessage());
    }

    @Test
    void one_without_end_is_broken_off() {
        IOException told = assertThrows(
                IOException.class,
                () -> mapped("<xsl:template match='/'><xsl:call-template name='a'/></xsl:template>"
                        + "<xsl:template name='a'><x><xsl:call-template name='a'/></x></xsl:template>"));

        assertTrue(told.getMessage().startsWith("the mapping fails"), told.getMessage());
    }

    @Test
    void one_that_writes_and_writes_is_broken_off() {
        IOException told = assertThrows(IOException.class, () -> mapped(twice("aaaaaaaaaaaaaaaa", 40)));

        assertTrue(told.getMessage().contains("more than 10000000 bytes"), told.getMessage());
    }

    @Test
    void one_that_computes_for_ever_is_told_in_time_and_not_begun_again() throws IOException {
        Mapping mapping = mapping(twice("", 28));

        for (int i = 0; i < 2; i++) {
            IOException told = assertThrows(IOException.class, () -> mapping.request(ENTRY));
            assertTrue(told.getMessage().contains("does not end within 3 seconds"), told.getMessage());
        }
        assertEquals(
                1,
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("lottrace-journal-mapping"))
                        .count());
    }

    /** Calls itself twice, so deep. */
    private static String twice(String text, int depth) {
        return "<xsl:template match='/'><x><xsl:call-template name='a'/></x></xsl:template><xsl:template name='a'>"
                + "<xsl:param name='n' select='0'/>" + text + "<xsl:if test='$n &lt; " + depth + "'>"
                + "<xsl:call-template name='a'><xsl:with-param name='n' select='$n + 1'/></xsl:call-template>".repeat(2)
                + "</xsl:if></xsl:template>";
    }

    private String mapped(String body) throws IOException {
        return new String(mapping(body).request(ENTRY), StandardCharsets.UTF_8);
    }

    private Mapping mapping(String body) throws IOException {
        Path file = Files.writeString(
                folder.resolve("mapping.xsl"),
                "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>" + body
                        + "</xsl:stylesheet>");
        return Mapping.of(Optional.of(file), LIMIT);
    }
}
