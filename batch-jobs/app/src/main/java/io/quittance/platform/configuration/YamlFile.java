package io.quittance.platform.configuration;

import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a YAML file into a {@link YamlSection}. Values stay text until a key is read, so no value changes its type by itself. */
public final class YamlFile {

    /** Far more than any file of ours has; the library goes down one level of calls, or more, for each. */
    private static final int DEEPEST = 50;

    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private YamlFile() {}

    /** The mapping at the top of the file. */
    public static YamlSection read(Path file) {
        String text = ConfigurationText.read(file);
        try {
            refuseDepth(file, text);
            Node top = new Compose(SETTINGS)
                    .composeString(text)
                    .orElseThrow(() -> ConfigurationError.at(file, 1, "", "is empty."));
            return section(file, "", top);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw ConfigurationError.at(file, line, "", "is no YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            throw ConfigurationError.at(file, 1, "", "is no YAML: " + e.getMessage());
        }
    }

    private static void refuseDepth(Path file, String text) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
                throw ConfigurationError.at(file, line, "", "is nested deeper than " + DEEPEST + " levels.");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    static YamlSection section(Path file, String path, Node node) {
        if (node instanceof MappingNode mapping) {
            return new YamlSection(file, path, line(node), mapping.getValue());
        }
        String key = path.isEmpty() ? "" : path.substring(0, path.length() - 1);
        throw ConfigurationError.at(file, line(node), key, "must be a mapping of keys to values.");
    }

    /** From 1. */
    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** The YAML files in a folder, by name. */
    static List<Path> in(Path folder) {
        return ConfigurationText.filesIn(folder, ".yaml");
    }
}
