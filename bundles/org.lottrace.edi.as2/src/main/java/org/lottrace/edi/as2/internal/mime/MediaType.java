package org.lottrace.edi.as2.internal.mime;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A media type with its parameters (RFC 2045, 5.1).
 *
 * @param name in small letters, such as {@code multipart/signed}
 * @param parameters names in small letters
 */
public record MediaType(String name, Map<String, String> parameters) {
    private static final int LONGEST = 2000;
    private static final Pattern NAME = Pattern.compile("\\s*([!-~&&[^/;\"]]{1,100}/[!-~&&[^/;\"]]{1,100})\\s*");
    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*(?:([!-~&&[^=;\"]]{1,100})\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,500}+)\"|([!-~&&[^;\"]]{0,500}+))\\s*)?");

    public MediaType {
        parameters = Map.copyOf(parameters);
    }

    public static MediaType parse(String text) throws MalformedMessageException {
        Matcher name = NAME.matcher(text);
        if (text.length() > LONGEST || !name.lookingAt()) {
            throw new MalformedMessageException("this is no Content-Type: " + shown(text));
        }
        Map<String, String> parameters = new TreeMap<>();
        Matcher parameter = PARAMETER.matcher(text).region(name.end(), text.length());
        while (parameter.regionStart() < text.length()) {
            if (!parameter.lookingAt()) {
                throw new MalformedMessageException("this is no Content-Type: " + shown(text));
            }
            if (parameter.group(1) != null) {
                parameters.putIfAbsent(
                        parameter.group(1).toLowerCase(Locale.ROOT),
                        parameter.group(2) != null
                                ? parameter.group(2).replaceAll("\\\\(.)", "$1")
                                : parameter.group(3));
            }
            parameter.region(parameter.end(), text.length());
        }
        return new MediaType(name.group(1).toLowerCase(Locale.ROOT), parameters);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** @return whether it is a CMS structure of this kind, such as {@code enveloped-data} (RFC 8551, 3.2) */
    public boolean isCms(String kind) {
        return (name.equals("application/pkcs7-mime") || name.equals("application/x-pkcs7-mime"))
                && parameter("smime-type").orElse("enveloped-data").equalsIgnoreCase(kind);
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), 100)).replaceAll("[^ -~]", "?");
    }
}
