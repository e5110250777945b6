# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists and forms by keyboard alone. What was done is asked of the command line: walking the
accessible tree of a whole table is slow."""
import json
import subprocess

import desktop


class ListsTest(desktop.DeskCase):
    def open_products(self):
        self.register = self.new_register("practice.ocop", "--sample")
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+3")
        return program

    def type(self, program, text):
        program.key(*("space" if letter == " " else letter for letter in text))

    def stored(self, words):
        answer = subprocess.run([desktop.OCOP, "list", str(self.register), "products", "--search", words, "--json"],
                                capture_output=True, text=True, check=True, env=self.desktop.environment).stdout
        return [product["name"] for product in json.loads(answer)]

    def wait_for_stored(self, words, names):
        desktop.wait_for(f"{names} in the register", lambda: self.stored(words) == names)

    def test_adds_edits_and_undoes(self):
        program = self.open_products()
        program.key("ctrl+n")
        self.type(program, "Zq thu")
        program.key("ctrl+s")
        self.wait_for_stored("zq thu", ["Zq thu"])
        program.key("End")
        self.type(program, " hai")
        program.key("ctrl+s")
        self.wait_for_stored("zq thu", ["Zq thu hai"])
        program.key("ctrl+z")
        self.wait_for_stored("zq thu", ["Zq thu"])
        program.key("ctrl+z")
        self.wait_for_stored("zq thu", [])
        self.close(program)

    def test_leaves_typing_to_the_input_method(self):
        """At the j of "zqaoj", an input method that retypes keeps the j and sends two backspaces, ạ, o."""
        program = self.open_products()
        program.key("ctrl+n")
        program.key("z", "q", "a", "o", "BackSpace", "BackSpace", "U1EA1", "o", "ctrl+s")
        self.wait_for_stored("zqao", ["zqạo"])
        self.close(program)

    def test_stores_nothing_without_a_name(self):
        program = self.open_products()
        before = self.stored("")
        program.key("ctrl+n", "Tab", "ctrl+s")
        self.type(program, "Zq sau")
        program.key("ctrl+s")
        self.wait_for_stored("zq sau", ["Zq sau"])
        self.assertEqual(len(self.stored("")), len(before) + 1)
        self.close(program)

    def test_goes_to_what_was_found(self):
        """From a page without a list, by Enter and by Down, and on into the record."""
        for way in ("Return", "Down"):
            program = self.open_products()
            program.key("alt+1", "ctrl+k")
            self.type(program, "bun gao lut")
            program.key(way)
            program.find("label", "khớp “bun gao lut”")
            program.find("text", "Sản phẩm")
            program.key("Return", "End")
            self.type(program, " zq")
            program.key("ctrl+s")
            self.wait_for_stored("bun gao lut zq", ["Bún gạo lứt Sông Nhỏ zq"])
            self.close(program)
            self.register.unlink()

    def test_keeps_what_is_unsaved(self):
        program = self.open_products()
        program.key("ctrl+n")
        self.type(program, "Zq do")
        drafts = self.folder / "data" / "ocop-desk" / "drafts"
        draft = desktop.wait_for("a draft", lambda: next(drafts.glob("*/new-product.json"), None))
        desktop.wait_for("all of it", lambda: json.loads(draft.read_text(encoding="utf-8"))["fields"]["name"] == "Zq do")
        program.key("ctrl+s")
        self.wait_for_stored("zq do", ["Zq do"])
        desktop.wait_for("the draft to go", lambda: not draft.exists())
        self.close(program)


if __name__ == "__main__":
    desktop.run()
