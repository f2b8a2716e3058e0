package io.quittance.platform.configuration;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a YAML file, read key by key. Each reading fails with file, line and key when the value is not what was asked
 * for; {@link #done()} fails when a key was never asked for.
 */
public final class YamlSection {

    private final Path file;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    /**
     * @param path keys that lead here, with a dot at the end; empty at the top
     * @param line where it begins, from 1
     */
    YamlSection(Path file, String path, int line, List<NodeTuple> entries) {
        this.file = file;
        this.path = path;
        this.line = line;
        for (NodeTuple entry : entries) {
            add(entry);
        }
    }

    private void add(NodeTuple entry) {
        int at = YamlFile.line(entry.getKeyNode());
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            throw ConfigurationError.at(file, at, path, "a key must be a plain word.");
        }
        if (values.put(key.getValue(), entry.getValueNode()) != null) {
            throw ConfigurationError.at(
                    file,
                    at,
                    path + key.getValue(),
                    "stands here a second time (first in line " + lines.get(key.getValue()) + ").");
        }
        lines.put(key.getValue(), at);
    }

    /** Where it begins, from 1: for errors that concern several keys. */
    public int line() {
        return line;
    }

    public boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    public String text(String key) {
        return scalar(key, required(key));
    }

    public Optional<String> optionalText(String key) {
        return optional(key, this::text);
    }

    /** A whole number within bounds, both inclusive. */
    public int integer(String key, int least, int most) {
        int value = parsed(key, "a whole number", Integer::parseInt);
        if (value < least || value > most) {
            throw wrong(key, "is " + value + ", expected " + least + " to " + most + ".");
        }
        return value;
    }

    public boolean flag(String key) {
        String text = text(key);
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(key, "is '" + text + "', expected true or false.");
        }
        return text.equals("true");
    }

    public boolean flag(String key, boolean otherwise) {
        return has(key) ? flag(key) : otherwise;
    }

    public BigDecimal decimal(String key) {
        return parsed(key, "a decimal number such as 12.5", BigDecimal::new);
    }

    public LocalDate date(String key) {
        return parsed(key, "a date such as 2026-11-24", LocalDate::parse);
    }

    public LocalTime time(String key) {
        return parsed(key, "a time such as 14:30, in quotation marks", LocalTime::parse);
    }

    public ZoneId zone(String key) {
        return parsed(key, "a time zone such as Europe/Amsterdam", ZoneId::of);
    }

    public CurrencyUnit currency(String key) {
        return parsed(key, "a currency such as EUR", CurrencyUnit::of);
    }

    /** Such as {@code EUR 250000.00}. */
    public Money money(String key) {
        return parsed(key, "an amount such as EUR 250000.00", Money::parse);
    }

    /** A constant, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        return chosen(key, text(key), type);
    }

    public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        return texts(key).stream().map(text -> chosen(key, text, type)).toList();
    }

    /** Whatever the function makes of the text; it refuses by IllegalArgumentException or another RuntimeException. */
    public <T> T parsed(String key, String expected, Function<String, T> parser) {
        String text = text(key);
        try {
            return parser.apply(text);
        } catch (ConfigurationError e) {
            throw e;
        } catch (RuntimeException e) {
            throw wrong(key, "is '" + text + "', expected " + expected + ".");
        }
    }

    /** Empty when the key is missing. */
    public <T> Optional<T> optional(String key, Function<String, T> reading) {
        return has(key) ? Optional.of(reading.apply(key)) : Optional.empty();
    }

    /** A list of words; {@code []} is an empty one. */
    public List<String> texts(String key) {
        return elements(key).stream().map(node -> scalar(key, node)).toList();
    }

    public YamlSection section(String key) {
        return YamlFile.section(file, path + key + ".", required(key));
    }

    /** A list of mappings. */
    public List<YamlSection> sections(String key) {
        List<YamlSection> sections = new ArrayList<>();
        for (Node node : elements(key)) {
            sections.add(YamlFile.section(file, path + key + "[" + (sections.size() + 1) + "].", node));
        }
        return List.copyOf(sections);
    }

    /** To be called when all keys were read: an unknown one is most often a misspelt known one. */
    public void done() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                throw wrong(key, "is not a key known here; known are " + String.join(", ", sorted(asked)) + ".");
            }
        }
    }

    /** An error about one key's value. */
    public ConfigurationError wrong(String key, String problem) {
        return ConfigurationError.at(file, lines.getOrDefault(key, line), path + key, problem);
    }

    private <E extends Enum<E>> E chosen(String key, String text, Class<E> type) {
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String spelling = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (spelling.equals(text)) {
                return constant;
            }
            known.add(spelling);
        }
        throw wrong(key, "is '" + text + "', expected one of " + String.join(", ", known) + ".");
    }

    private List<Node> elements(String key) {
        if (required(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw wrong(key, "must be a list.");
    }

    private String scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw ConfigurationError.at(file, YamlFile.line(node), path + key, "must be one value, and not empty.");
    }

    private Node required(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            throw ConfigurationError.at(file, line, path + key, "is missing.");
        }
        return node;
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }
}
