package org.lottrace.label.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.lottrace.api.label.LabelFormat;

/** Reads the one bar code of a label, as somebody else's program sees it. */
final class Scanner {
    private static final float DOTS_PER_INCH = 304.8f;
    private static final Pattern BOX = Pattern.compile("M([0-9]+) ([0-9]+)h([0-9]+)v([0-9]+)h-[0-9]+z");
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 ([0-9]+) ([0-9]+)\"");

    private Scanner() {}

    static String read(byte[] label, LabelFormat format, BarcodeFormat symbology) throws IOException {
        BufferedImage image =
                switch (format) {
                    case PNG -> ImageIO.read(new ByteArrayInputStream(label));
                    case PDF -> pdf(label);
                    default -> svg(new String(label, StandardCharsets.UTF_8));
                };
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        try {
            return new MultiFormatReader().decode(bitmap, hints(symbology)).getText();
        } catch (NotFoundException e) {
            throw new IOException("no " + symbology + " found", e);
        }
    }

    /** The library looks for a DataMatrix in the middle of an image, unless nothing else is said to be in it. */
    private static Map<DecodeHintType, Object> hints(BarcodeFormat symbology) {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.POSSIBLE_FORMATS, List.of(symbology));
        hints.put(DecodeHintType.TRY_HARDER, true);
        hints.put(DecodeHintType.ASSUME_GS1, true);
        if (symbology == BarcodeFormat.DATA_MATRIX) {
            hints.put(DecodeHintType.PURE_BARCODE, true);
        }
        return hints;
    }

    private static BufferedImage pdf(byte[] label) throws IOException {
        try (PDDocument document = Loader.loadPDF(label)) {
            return new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH);
        }
    }

    private static BufferedImage svg(String label) {
        Matcher size = SIZE.matcher(label);
        if (!size.find()) {
            throw new IllegalArgumentException(label);
        }
        BufferedImage image = new BufferedImage(
                Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        for (Matcher box = BOX.matcher(label); box.find(); ) {
            graphics.fillRect(
                    Integer.parseInt(box.group(1)),
                    Integer.parseInt(box.group(2)),
                    Integer.parseInt(box.group(3)),
                    Integer.parseInt(box.group(4)));
        }
        graphics.dispose();
        return image;
    }
}
