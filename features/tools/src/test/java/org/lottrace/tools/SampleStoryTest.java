package org.lottrace.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleStoryTest {
    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    static Path home;

    @TempDir
    Path data;

    /** As the distribution has them. */
    @BeforeAll
    static void documents() throws IOException {
        copy(CHECKOUT.resolve("features/sample-company"), home.resolve("sample-company"));
        for (String service : List.of("erp", "accounting")) {
            copy(
                    CHECKOUT.resolve("bundles/org.lottrace.soap." + service + "/examples"),
                    home.resolve("soap-examples").resolve(service));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<day>2026-11-06</day>|<day>2027-03-18</day>",
                "<eventId>rcv:2026-09-28:004</eventId>|<eventId>rcv:2027-02-07:004</eventId>",
                "<time>2026-10-01T08:00:00+02:00</time>|<time>2027-02-10T08:00:00+01:00</time>",
                "<number>B20260928</number>|<number>B20270207</number>",
                "<number>OH012609281</number>|<number>OH012702071</number>",
                "RM-1005/SAL-262711|RM-1005/SAL-270381",
                "*LT*ME-26299-2~|*LT*ME-27066-2~",
                "<number>26273-HAM-1-A-01Z</number>|<number>27040-HAM-1-A-01A</number>",
                "26321-HAM-1-A-02J|27088-HAM-1-A-03Y",
                "*ZZ*NORDLICHT      *260928*0600*U*00401*|*ZZ*NORDLICHT      *270207*0600*U*00401*",
                "BSN*00*MEL0001*20260928*0600*0001~|BSN*00*MEL0001*20270207*0600*0001~",
                "PO-26015 501-PO-4523 MO-601 SH-90027 <quantity>1200</quantity>|PO-26015 501-PO-4523 MO-601 SH-90027 <quantity>1200</quantity>",
                "<number>26062-HAM-1-0001</number>|<number>26194-HAM-1-0001</number>",
                "<container>195212340000000102</container> 09521234010074|<container>195212340000000102</container> 09521234010074",
            })
    void dates_and_the_lots_that_have_one_are_as_many_days_later(String written, String told) {
        assertEquals(told, new StoryDay(StoryDay.WRITTEN.plusDays(132)).tell(written));
    }

    @Test
    void it_ends_the_day_before_the_first_start() throws IOException {
        String documents = all(new SampleStory(home, data).tell(Optional.empty()));

        assertTrue(documents.contains(LocalDate.now().minusDays(1) + "T"), "nothing happened yesterday");
        assertFalse(documents.contains("<time>" + LocalDate.now() + "T"));
    }

    @Test
    void the_soap_examples_end_the_day_before_the_first_start_too() throws IOException {
        SampleStory story = new SampleStory(home, data);
        assertEquals(Optional.empty(), story.soapExamples());

        story.tell(Optional.of(LocalDate.of(2027, 1, 31)));

        String last =
                Files.readString(story.soapExamples().orElseThrow().resolve("erp/8-captureMovements-outbound.xml"));
        assertTrue(last.contains("<time>2027-01-30T14:00:00+01:00</time>"), last);
        assertTrue(last.contains("<number>26365-HAM-1-0001</number>"), last);
    }

    @Test
    void on_the_day_of_which_it_was_written_it_is_as_it_was_written() throws IOException {
        SampleStory story = new SampleStory(home, data);

        Path told = story.tell(Optional.of(StoryDay.WRITTEN));

        try (Stream<Path> written = Files.list(home.resolve("sample-company"))) {
            for (Path document : written.filter(Files::isRegularFile).toList()) {
                assertEquals(-1, Files.mismatch(document, told.resolve(document.getFileName())), document.toString());
            }
        }
        assertFalse(Files.exists(told.resolve("074-week9-allocation.soap.xml")));
    }

    @Test
    void a_second_attempt_tells_the_same_story_though_another_day_has_come() throws IOException {
        String first = all(new SampleStory(home, data).tell(Optional.of(LocalDate.of(2027, 1, 31))));

        assertEquals(first, all(new SampleStory(home, data).tell(Optional.of(LocalDate.of(2027, 2, 1)))));
        assertEquals(
                Optional.of("lot:trace RM-1005/SAL-263371"),
                new SampleStory(home, data).asTold("lot:trace RM-1005/SAL-262711"));
    }

    @Test
    void without_a_story_there_are_no_examples_of_it() throws IOException {
        assertEquals(Optional.empty(), new SampleStory(home, data).asTold("lot:trace RM-1005/SAL-262711"));
    }

    private static String all(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> documents = Files.list(folder)) {
            for (Path document : documents.sorted().toList()) {
                all.append(Files.readString(document));
            }
        }
        return all.toString();
    }
}
