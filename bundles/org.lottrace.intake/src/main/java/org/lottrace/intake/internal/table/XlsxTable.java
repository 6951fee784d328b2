package org.lottrace.intake.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.lottrace.api.intake.Imports;
import org.lottrace.intake.internal.Problems;

/**
 * The first sheet of a workbook, ISO/IEC 29500-1. Of formulas the value is taken that was saved with them.
 *
 * <p>The parts that are needed are unpacked in memory, up to a limit: a small file may be made to be a large one.
 */
final class XlsxTable {
    /** Bytes of all parts that are read, unpacked. */
    private static final int MOST_UNPACKED = 60_000_000;

    private static final int MOST_PARTS = 2_000;

    /** One after another: unpacked, a workbook and its texts may take 200 MB of memory, which several at once would not find. */
    static final ReentrantLock TURN = new ReentrantLock(true);

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private XlsxTable() {}

    static Table read(byte[] content, Problems problems) {
        TURN.lock();
        try {
            Map<String, byte[]> parts = unpack(content);
            String sheet = firstSheet(parts);
            List<String> shared = parts.containsKey("xl/sharedStrings.xml")
                    ? XlsxTexts.read(parts.get("xl/sharedStrings.xml"))
                    : List.of();
            XlsxDates dates = XlsxDates.read(Optional.ofNullable(parts.get("xl/styles.xml")), part(parts, WORKBOOK));
            TableBuilder table = new TableBuilder(problems);
            XlsxSheet.read(part(parts, sheet), shared, dates, (number, cells) -> {
                if (table.hasHeadings()) {
                    table.add(number, cells);
                } else {
                    table.headings(number, cells.stream().map(Cell::text).toList());
                }
            });
            return table.built();
        } catch (IOException | XMLStreamException wrong) {
            throw unreadable("the file is no workbook that can be read: save it as .xlsx, without a password");
        } finally {
            TURN.unlock();
        }
    }

    /** By its directory, which a stream of it has not read yet; that takes a file. */
    private static Map<String, byte[]> unpack(byte[] content) throws IOException {
        Path file = Files.createTempFile("import", ".xlsx");
        try {
            Files.write(file, content);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return unpack(zip);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static Map<String, byte[]> unpack(ZipFile zip) throws IOException {
        if (zip.size() > MOST_PARTS) {
            throw tooLarge();
        }
        Map<String, byte[]> parts = new HashMap<>();
        int room = MOST_UNPACKED;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (isNeeded(entry.getName())) {
                try (InputStream packed = zip.getInputStream(entry)) {
                    byte[] part = packed.readNBytes(room + 1);
                    room -= part.length;
                    parts.put(entry.getName(), part);
                }
                if (room < 0) {
                    throw tooLarge();
                }
            }
        }
        return parts;
    }

    private static boolean isNeeded(String part) {
        return part.equals(WORKBOOK)
                || part.equals(RELATIONS)
                || part.equals("xl/sharedStrings.xml")
                || part.equals("xl/styles.xml")
                || part.startsWith("xl/worksheets/") && part.endsWith(".xml");
    }

    private static String firstSheet(Map<String, byte[]> parts) throws XMLStreamException {
        List<String> ids = new ArrayList<>();
        Xml.elements(part(parts, WORKBOOK), "sheet", sheet -> ids.add(Xml.attribute(sheet, "id")));
        Map<String, String> targets = new HashMap<>();
        Xml.elements(
                part(parts, RELATIONS),
                "Relationship",
                one -> targets.put(Xml.attribute(one, "Id"), Xml.attribute(one, "Target")));
        String target = ids.isEmpty() ? "" : targets.getOrDefault(ids.get(0), "");
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private static byte[] part(Map<String, byte[]> parts, String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw unreadable("the file is no workbook (.xlsx): " + name + " is not in it");
        }
        return part;
    }

    private static UnreadableTableException tooLarge() {
        return new UnreadableTableException(
                Imports.FILE_TOO_LARGE,
                0,
                "the workbook has more in it than can be read: keep one sheet, without pictures");
    }

    static UnreadableTableException unreadable(String message) {
        return new UnreadableTableException(Imports.FILE_NOT_READABLE, 0, message);
    }
}
