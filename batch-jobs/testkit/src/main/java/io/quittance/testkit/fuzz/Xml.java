package io.quittance.testkit.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Changes of elements, their texts, names and namespaces, and of what stands around them. */
public final class Xml {

    private static final String[] DOCTYPES = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY e \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
    };

    private static final String[] INSERTED = {
        "&e;",
        "&amp;",
        "&#0;",
        "&#x110000;",
        "&lt;",
        "<![CDATA[x]]>",
        "<![CDATA[",
        "<!-- x -->",
        "<!--",
        "<?x y?>",
        "]]>",
        "<x/>",
        "<",
        "&"
    };

    private static final String[] ATTRIBUTES = {
        " xmlns=\"urn:other\"",
        " xmlns:a=\"\"",
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"",
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a http://127.0.0.1:1/x.xsd\"",
        " currencyID=\"USD\"",
        " currencyID=\"USD\" currencyID=\"EUR\"",
        " format=\"610\"",
        " schemeID=\"\"",
        " x=\"&#10;\"",
    };

    /** One of them. */
    public static final Mutation ANY = (good, other, random) -> {
        String xml = new String(good, ISO_8859_1);
        List<Element> elements = elements(xml);
        return elements.isEmpty() ? good : changed(xml, elements, random).getBytes(ISO_8859_1);
    };

    private Xml() {}

    /** Where an element begins and ends, and what is between its tags. */
    private record Element(int begin, int inside, int insideEnd, int end) {
        String in(String xml) {
            return xml.substring(begin, end);
        }
    }

    private static String changed(String xml, List<Element> elements, Random random) {
        Element one = elements.get(random.nextInt(elements.size()));
        Element two = elements.get(random.nextInt(elements.size()));
        return switch (random.nextInt(12)) {
            case 0 -> replaced(xml, one.begin(), one.end(), "");
            case 1 -> replaced(xml, one.end(), one.end(), one.in(xml));
            case 2 -> replaced(xml, one.begin(), one.end(), two.in(xml));
            case 3 -> swapped(xml, one, two);
            case 4 -> renamed(xml, one, random);
            case 5 -> replaced(xml, one.begin(), one.begin(), DOCTYPES[random.nextInt(DOCTYPES.length)]);
            case 6 -> replaced(xml, one.inside(), one.inside(), INSERTED[random.nextInt(INSERTED.length)]);
            case 7 -> nested(xml, one, random);
            case 8 -> attribute(xml, one, random);
            case 9 -> replaced(xml, one.end(), one.end(), one.in(xml).repeat(times(one, random)));
            default -> text(xml, elements, random);
        };
    }

    private static int times(Element one, Random random) {
        return Math.min(1 << random.nextInt(13), Mutation.LONGEST / Math.max(1, one.end() - one.begin()));
    }

    private static String text(String xml, List<Element> elements, Random random) {
        List<Element> leaves = elements.stream()
                .filter(element -> xml.indexOf('<', element.inside()) == element.insideEnd())
                .toList();
        if (leaves.isEmpty()) {
            return xml;
        }
        Element leaf = leaves.get(random.nextInt(leaves.size()));
        String extreme = new String(Extremes.any(random).getBytes(UTF_8), ISO_8859_1);
        return replaced(xml, leaf.inside(), leaf.insideEnd(), extreme);
    }

    private static String swapped(String xml, Element one, Element two) {
        if (one.end() <= two.begin()) {
            return replaced(replaced(xml, two.begin(), two.end(), one.in(xml)), one.begin(), one.end(), two.in(xml));
        }
        return two.end() <= one.begin() ? swapped(xml, two, one) : xml;
    }

    private static String renamed(String xml, Element one, Random random) {
        return random.nextBoolean()
                ? xml.replaceFirst("urn:[a-z]", "urn:q")
                : replaced(xml, one.begin() + 1, one.begin() + 2, "Q");
    }

    private static String nested(String xml, Element one, Random random) {
        int depth = 1 << random.nextInt(15);
        String close = random.nextBoolean() ? "</n>".repeat(depth) : "";
        return replaced(xml, one.begin(), one.end(), "<n>".repeat(depth) + one.in(xml) + close);
    }

    private static String attribute(String xml, Element one, Random random) {
        int at = one.begin() + 1;
        while (at < xml.length() && " />".indexOf(xml.charAt(at)) < 0) {
            at++;
        }
        return replaced(xml, at, at, ATTRIBUTES[random.nextInt(ATTRIBUTES.length)]);
    }

    private static String replaced(String xml, int from, int to, String by) {
        return xml.substring(0, from) + by + xml.substring(to);
    }

    /** As far as the text is XML; a mutated one may be none any more. */
    private static List<Element> elements(String xml) {
        var elements = new ArrayList<Element>();
        Deque<int[]> open = new ArrayDeque<>();
        for (int tag = xml.indexOf('<'); tag >= 0 && elements.size() < 5_000; tag = xml.indexOf('<', tag + 1)) {
            int end = xml.indexOf('>', tag) + 1;
            if (end == 0) {
                break;
            }
            if (xml.startsWith("</", tag)) {
                if (!open.isEmpty()) {
                    int[] begun = open.pop();
                    elements.add(new Element(begun[0], begun[1], tag, end));
                }
            } else if (xml.charAt(end - 2) == '/') {
                elements.add(new Element(tag, end, end, end));
            } else if (!xml.startsWith("<?", tag) && !xml.startsWith("<!", tag)) {
                open.push(new int[] {tag, end});
            }
        }
        return elements;
    }
}
