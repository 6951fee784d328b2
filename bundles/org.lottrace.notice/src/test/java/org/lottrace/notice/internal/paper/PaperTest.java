package org.lottrace.notice.internal.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.lottrace.notice.internal.paper.Paper.Column;

class PaperTest {
    private static final List<Column> COLUMNS = List.of(new Column("Place", 3, false), new Column("Quantity", 1, true));

    @Test
    void a_table_that_goes_on_has_its_heads_on_every_page_and_loses_no_row() throws IOException {
        List<List<String>> rows = IntStream.rangeClosed(1, 100)
                .mapToObj(number -> List.of("Place no. " + number, number + " kg"))
                .toList();

        List<String> pages = pages("", paper -> paper.table(COLUMNS, rows));

        assertTrue(pages.size() > 1, pages.toString());
        pages.forEach(page -> assertEquals(1, count(page, "Quantity"), page));
        String all = String.join("", pages);
        rows.forEach(row -> assertTrue(all.contains(String.join(" ", row) + "\n"), row.toString()));
    }

    @Test
    void every_page_says_which_of_how_many_it_is() throws IOException {
        List<String> pages = pages("Bakery · Recall R-000001", paper -> IntStream.range(0, 120)
                .forEach(line -> paper.line("line " + line)));

        assertEquals(3, pages.size());
        assertTrue(pages.get(1).contains("Bakery · Recall R-000001"), pages.get(1));
        assertTrue(pages.get(1).contains("Page 2 of 3"), pages.get(1));
    }

    @Test
    void a_word_that_is_wider_than_its_column_is_broken_and_whole() throws IOException {
        String word = "W".repeat(90);

        List<String> pages = pages("", paper -> paper.table(COLUMNS, List.of(List.of("shelf", word))));

        assertEquals(word, pages.get(0).replaceAll("[^W]", ""));
    }

    @Test
    void a_paragraph_that_fits_on_one_page_is_not_parted() throws IOException {
        String paragraph = "do not eat it ".repeat(60).strip();

        List<String> pages = pages("footer", paper -> {
            IntStream.range(0, 48).forEach(line -> paper.line("line " + line));
            paper.line(paragraph);
        });

        assertTrue(pages.stream().anyMatch(page -> page.replaceAll("\\s+", " ").contains(paragraph)), pages.toString());
    }

    @Test
    void what_is_empty_has_no_line() throws IOException {
        assertEquals("", pages("", paper -> paper.fact("Phone", " ")).get(0).strip());
    }

    private interface Writing {
        void on(Paper paper);
    }

    private static List<String> pages(String footer, Writing writing) throws IOException {
        byte[] pdf;
        try (Paper paper = new Paper(footer)) {
            writing.on(paper);
            pdf = paper.pdf();
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setLineSeparator("\n");
                text.setStartPage(page);
                text.setEndPage(page);
                pages.add(text.getText(document));
            }
            return pages;
        }
    }

    private static int count(String text, String word) {
        return text.split(word, -1).length - 1;
    }
}
