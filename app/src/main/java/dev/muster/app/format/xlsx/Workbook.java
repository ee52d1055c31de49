package dev.muster.app.format.xlsx;

import dev.muster.problem.ShownText;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An open workbook: its sheets and what their cells refer to. For one thread. */
public final class Workbook implements Closeable {

  private static final String FOLDER = "xl/";

  private final WorkbookParts parts;
  private final List<SheetName> sheets = new ArrayList<>();
  private boolean since1904;

  private Workbook(WorkbookParts parts) {
    this.parts = parts;
  }

  /**
   * Opens a workbook.
   *
   * @param expandedBytesMax the greatest size of a part of it
   * @throws WorkbookProblem if it is damaged
   */
  public static Workbook open(Path file, long expandedBytesMax) throws IOException {
    WorkbookParts parts = new WorkbookParts(file, expandedBytesMax);
    try {
      Workbook workbook = new Workbook(parts);
      workbook.readSheets();
      return workbook;
    } catch (IOException e) {
      parts.close();
      throw e;
    } catch (XMLStreamException e) {
      parts.close();
      throw WorkbookParts.damaged(e);
    }
  }

  /**
   * The name of a sheet.
   *
   * @param requested its name; empty for the first visible one
   * @throws WorkbookProblem if there is none
   */
  public String sheet(Optional<String> requested) throws WorkbookProblem {
    return find(requested).name();
  }

  /** The names of the sheets that are not hidden. */
  public List<String> visibleSheets() {
    return sheets.stream().filter(SheetName::visible).map(SheetName::name).toList();
  }

  /**
   * Reads the cells of a sheet.
   *
   * @param charactersMax where long texts are cut, and those of a row together
   */
  public SheetCells cells(String name, int charactersMax) throws IOException {
    SheetName sheet = find(Optional.of(name));
    Optional<XMLStreamReader> styles = parts.find(FOLDER + "styles.xml");
    Optional<XMLStreamReader> texts = parts.find(FOLDER + "sharedStrings.xml");
    NumberFormats formats =
        styles.isPresent() ? NumberFormats.of(styles.get()) : NumberFormats.none();
    SharedTexts shared =
        texts.isPresent() ? SharedTexts.of(texts.get(), charactersMax) : SharedTexts.none();
    return new SheetCells(parts.open(sheet.part()), shared, formats, since1904, charactersMax);
  }

  private SheetName find(Optional<String> requested) throws WorkbookProblem {
    for (SheetName sheet : sheets) {
      if (requested.isPresent() ? sheet.name().equals(requested.get()) : sheet.visible()) {
        return sheet;
      }
    }
    String names =
        sheets.stream()
            .map(sheet -> ShownText.quoted(sheet.name()) + (sheet.visible() ? "" : " (hidden)"))
            .collect(Collectors.joining(", "));
    throw new WorkbookProblem(
        requested.isPresent()
            ? "there is no sheet " + ShownText.quoted(requested.get()) + "; there are " + names
            : "no sheet is visible: name one with --sheet; there are " + names);
  }

  private void readSheets() throws IOException, XMLStreamException {
    Map<String, String> targets = targets();
    XMLStreamReader in = parts.open(FOLDER + "workbook.xml");
    while (in.hasNext()) {
      if (in.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (in.getLocalName().equals("workbookPr")) {
        since1904 = XmlText.flag(in, "date1904");
      } else if (in.getLocalName().equals("sheet")) {
        String name = XmlText.attribute(in, "name");
        String target = targets.get(String.valueOf(relation(in)));
        String state = XmlText.attribute(in, "state");
        if (name != null && target != null) {
          sheets.add(new SheetName(name, target, state == null || state.equals("visible")));
        }
      }
    }
    in.close();
    if (sheets.isEmpty()) {
      throw WorkbookParts.damaged("it has no sheet of cells");
    }
  }

  /** The attribute {@code r:id}; {@code sheetId} is another one. */
  private static String relation(XMLStreamReader in) {
    String id = XmlText.attribute(in, "id");
    return id == null ? "" : id;
  }

  /** The parts of sheets with cells, by the names of their relations. */
  private Map<String, String> targets() throws IOException, XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    XMLStreamReader in = parts.open(FOLDER + "_rels/workbook.xml.rels");
    while (in.hasNext()) {
      if (in.next() == XMLStreamConstants.START_ELEMENT
          && in.getLocalName().equals("Relationship")) {
        String id = XmlText.attribute(in, "Id");
        String type = XmlText.attribute(in, "Type");
        String target = XmlText.attribute(in, "Target");
        if (id != null && target != null && type != null && type.endsWith("/worksheet")) {
          targets.put(id, target.startsWith("/") ? target.substring(1) : FOLDER + target);
        }
      }
    }
    in.close();
    return targets;
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
