/* Writes the listed cells into a workbook, a CSV file a sheet, a Markdown file and a page: the least that any program must do. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

static FILE *open_in(const char *folder, const char *name, int number) {
    char path[4096];
    snprintf(path, sizeof path, name, number);
    char full[8192];
    snprintf(full, sizeof full, "%s/%s", folder, path);
    FILE *file = fopen(full, "w");
    if (!file) exit(73);
    return file;
}

static void write_markup(const char *text, FILE *page) {
    for (; *text; text++) {
        if (*text == '&') fputs("&amp;", page);
        else if (*text == '<') fputs("&lt;", page);
        else fputc(*text, page);
    }
}

int main(int argc, char **argv) {
    if (argc != 3) return 64;
    const char *folder = argv[2];
    char path[8192];
    snprintf(path, sizeof path, "%s/report.xlsx", folder);
    FILE *input = fopen(argv[1], "r");
    lxw_workbook *book = workbook_new(path);
    if (!input || !book) return 66;
    FILE *words = open_in(folder, "report.md", 0), *page = open_in(folder, "report.html", 0), *table = NULL;
    fputs("<!doctype html>\n<table>", page);
    lxw_worksheet *sheet = NULL;
    lxw_format *format = workbook_add_format(book);
    format_set_num_format(format, "#,##0.0");
    int current = -1, last = -1;
    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, input) > 0) {
        char *place = line;
        int number = strtol(place, &place, 10);
        int row = strtol(place, &place, 10);
        int column = strtol(place, &place, 10);
        char kind = place[1];
        char *value = place + 3;
        value[strcspn(value, "\n")] = 0;
        while (current < number) {
            sheet = workbook_add_worksheet(book, NULL);
            current++;
            last = -1;
            if (table) fclose(table);
            table = open_in(folder, "%d.csv", current);
            fputs("</table>\n<table>", page);
        }
        if (kind == 'n') worksheet_write_number(sheet, row, column, atof(value), format);
        else worksheet_write_string(sheet, row, column, value, NULL);
        if (row != last) {
            fputc('\n', table);
            fputs("|\n| ", words);
            fputs("</tr>\n<tr>", page);
        }
        last = row;
        if (kind == 'n') fprintf(table, "%.17g,", atof(value));
        else fprintf(table, "\"%s\",", value);
        fprintf(words, "%s | ", value);
        fputs("<td>", page);
        write_markup(value, page);
        fputs("</td>", page);
    }
    fputs("</table>\n", page);
    if (fclose(words) | fclose(page) | (table ? fclose(table) : 0)) return 74;
    return workbook_close(book);
}
