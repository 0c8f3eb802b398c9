"""Function words of Indonesian."""

WORDS = frozenset(
    """
    yang ini itu tersebut sang si para saya aku kamu anda dia ia beliau kami kita mereka kalian nya ku mu diri
    sendiri seseorang sesuatu siapapun apapun semua seluruh setiap tiap segala beberapa banyak sedikit lebih kurang
    paling lain lainnya sama suatu sebuah seorang seekor berbagai siapa apa mana kapan dimana di mengapa kenapa
    bagaimana berapa dan atau tetapi tapi namun melainkan sedangkan karena sebab jika kalau bila apabila agar supaya
    walaupun meskipun sehingga maka bahwa ketika saat sambil serta lalu kemudian ke dari pada dalam dengan untuk
    bagi oleh tentang terhadap antara tanpa sampai hingga sejak selama menurut seperti sebagai melalui secara adalah
    ialah merupakan ada akan sudah telah sedang masih pernah belum bisa dapat harus boleh perlu ingin mau mari tidak
    bukan jangan ya juga pun hanya saja sangat sekali amat lagi sekarang tadi nanti kemarin besok selalu sering
    kadang jarang sini situ sana begitu begini mungkin hampir kira-kira bahkan justru yaitu yakni sekitar bersama
    kok sih deh dong nah eh satu dua tiga empat lima enam tujuh delapan sembilan sepuluh
    """.split()
)
